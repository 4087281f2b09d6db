import type { Node } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { nameParts } from '../tree.ts';

/** Gives the first columns new names. More names than known columns would reach those that `*` carries along unseen. */
export function renameColumns(columns: readonly string[], written: readonly Node[] | undefined): string[] {
  const names = nameParts(written);
  if (names.length > columns.length) throw new Refusal('forbidden-node', `${names.length} names are given to ${columns.length} columns.`);
  return [...names, ...columns.slice(names.length)];
}
