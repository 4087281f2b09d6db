import type { DatabaseSchema } from '@sqlwright/schema';
import { parse, type ParseResult } from 'libpg-query';
import { findComparisons, type Comparison } from './grounding/find-comparisons.ts';
import { matchValue } from './grounding/match-value.ts';
import { replaceLiterals, type Replacement } from './grounding/replace-literals.ts';

/** The values of columns that hold few different ones, by `table.column`, the most frequent first. */
export type ValueDomains = Readonly<Record<string, readonly string[]>>;

/** A literal that was matched to a value of its column. */
export interface Grounding {
  /** `table.column` */
  readonly column: string;
  readonly written: string;
  readonly taken: string;
}

export interface GroundedSql {
  readonly sql: string;
  readonly groundings: readonly Grounding[];
}

/**
 * Gives literals that are compared with a column the spelling that the column holds: `country = 'USA'` becomes `country = 'United States'`
 * where that is what the rows say. A literal that the column holds, or that is near to none of its values, stays.
 * SQL that cannot be parsed comes back as it is.
 */
export async function groundValues(sql: string, schema: DatabaseSchema, domains: ValueDomains): Promise<GroundedSql> {
  const tree = await tryParse(sql);
  if (tree === undefined) return { sql, groundings: [] };
  const replacements = findComparisons(tree, schema).flatMap((comparison) => replacementFor(comparison, domains));
  const { text, made } = replaceLiterals(sql, replacements);
  return { sql: text, groundings: made.map(({ column, written, taken }) => ({ column, written, taken })) };
}

async function tryParse(sql: string): Promise<ParseResult | undefined> {
  try {
    return await parse(sql);
  } catch {
    return undefined;
  }
}

function replacementFor({ column, literal, location, spelling }: Comparison, domains: ValueDomains): (Replacement & Grounding)[] {
  const values = Object.hasOwn(domains, column) ? domains[column] : undefined;
  if (values === undefined || values.some((value) => spelling.equal(value, literal))) return [];
  const value = matchValue(literal, values);
  return value === undefined ? [] : [{ column, location, written: literal, taken: spelling.render(value) }];
}
