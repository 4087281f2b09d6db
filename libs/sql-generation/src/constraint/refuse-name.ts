import { commonLength } from './common-length.ts';
import type { Token } from './lex-tokens.ts';
import { tablesWith, unqualified, type NameCatalog } from './name-catalog.ts';
import { hasColumn, resolveReference, visibleScopes } from './resolve-reference.ts';
import type { Reference, Source, WrongName } from './scope.ts';

/** Offset of the first letter by which a name leaves all that could stand there. */
export function refuseName({ token, allowed }: WrongName): number {
  return lettersKept(token, allowed);
}

/**
 * Chooses what is taken back where a column is of none of the tables that it can be of. Before FROM and behind WHERE a column says what is wanted: there it is
 * the table, if another one has all that is wanted, else the first name, so that a join can follow. In a condition it is the column, or its qualifier where
 * another table has the column.
 * @param references all of the statement
 * @returns the offset of the first letter to take back
 */
export function refuseReference(catalog: NameCatalog, reference: Reference, references: readonly Reference[]): number {
  const { column, qualifier, scope } = reference;
  // Two tables have it: its table must be said.
  if (resolveReference(reference) === 'ambiguous') return column.start;
  const isElsewhere = tablesWith(catalog, [column.text]).length > 0;
  const isWanted = isBefore(column, scope.listEnd) || (qualifier === undefined && scope.filterEnd !== undefined && !isBefore(column, scope.filterEnd));
  const wanted = references.filter((other) => other.scope === scope && other.qualifier?.text === qualifier?.text && other.column.text !== '*');
  return (isElsewhere && isWanted ? refuseSource(catalog, reference, wanted) : undefined) ?? refuseColumn(reference, isElsewhere);
}

/** @param wanted the columns under the same qualifier */
function refuseSource(catalog: NameCatalog, { scope, qualifier }: Reference, wanted: readonly Reference[]): number | undefined {
  const fitting = tablesWith(catalog, wanted.map(({ column }) => column.text)).map(unqualified);
  const source = qualifier === undefined ? onlyOne(scope.sources) : scope.sources.find(({ name }) => name === qualifier.text);
  if (source?.table !== undefined && fitting.length > 0) return lettersKept(source.table, fitting);
  // Nothing has this name yet, so a join may still give it.
  if (qualifier !== undefined && source === undefined && fitting.length > 0) return scope.fromEnd;
  return qualifier?.start ?? wanted.find(({ column }) => isBefore(column, scope.listEnd))?.column.start;
}

function refuseColumn(reference: Reference, isElsewhere: boolean): number {
  const { column, qualifier } = reference;
  const visible = visibleScopes(reference).flatMap(({ sources }) => sources);
  if (qualifier === undefined) return lettersKept(column, [...visible.flatMap(columnsOf), ...outputsOf(reference)]);
  const source = visible.find(({ name }) => name === qualifier.text);
  if (source === undefined) return refuseQualifier(qualifier, visible.map(({ name }) => name));
  if (isElsewhere || visible.some((other) => hasColumn(other, column.text))) return qualifier.start;
  return lettersKept(column, columnsOf(source));
}

/** A short alias is often the beginning of another one, which is no reason to go on from it. */
function refuseQualifier(qualifier: Token, names: readonly string[]): number {
  const offset = lettersKept(qualifier, names);
  return offset === qualifier.start + qualifier.text.length ? qualifier.start : offset;
}

function isBefore({ start }: Token, offset: number | undefined): boolean {
  return offset !== undefined && start < offset;
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function columnsOf({ columns }: Source): string[] {
  return [...(columns ?? [])];
}

function outputsOf({ scope, mayBeOutput }: Reference): string[] {
  return mayBeOutput === true ? [...scope.outputs] : [];
}

/** Offset behind the letters that a name has in common with the one that begins most like it. */
function lettersKept({ text, start }: Token, names: readonly string[]): number {
  const lengths = names.map((name) => commonLength(text, name));
  return start + Math.max(0, ...lengths);
}
