import { schemaDomains, type DatabaseSchema } from '@sqlwright/schema';
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

/** A literal that no row can hold: an enum or a check of its column lists other values. */
export interface ImpossibleValue {
  /** `table.column` */
  readonly column: string;
  readonly written: string;
}

export interface GroundedSql {
  readonly sql: string;
  readonly groundings: readonly Grounding[];
  /** The first such literal; the statement then asks for what the database cannot hold. */
  readonly impossible?: ImpossibleValue;
}

/**
 * Gives literals that are compared with a column the spelling that the column holds: `country = 'USA'` becomes `country = 'United States'`
 * where that is what the rows say. A literal that the column holds, or that is near to none of its values, stays.
 * SQL that cannot be parsed comes back as it is. A literal that the schema itself rules out (no label of the enum, not in the check's list) is told as `impossible`.
 * @param listed what the schema lists; who grounds many statements reads it once
 */
export async function groundValues(sql: string, schema: DatabaseSchema, domains: ValueDomains, listed: ValueDomains = schemaDomains(schema)): Promise<GroundedSql> {
  const tree = await tryParse(sql);
  if (tree === undefined) return { sql, groundings: [] };
  const comparisons = findComparisons(tree, schema);
  const { text, made } = replaceLiterals(sql, comparisons.flatMap((comparison) => replacementFor(comparison, domains)));
  const impossible = comparisons.find((comparison) => isImpossible(comparison, listed));
  return {
    sql: text, groundings: made.map(({ column, written, taken }) => ({ column, written, taken })),
    ...(impossible === undefined ? {} : { impossible: { column: impossible.column, written: impossible.literal } }),
  };
}

async function tryParse(sql: string): Promise<ParseResult | undefined> {
  try {
    return await parse(sql);
  } catch {
    return undefined;
  }
}

/** A value that is read from rows may be missing today and there tomorrow; what the schema lists is all there ever is. What differs from such a literal can still be asked for. */
function isImpossible(comparison: Comparison, listed: ValueDomains): boolean {
  if (comparison.negated) return false;
  const values = valuesWithout(comparison, listed);
  return values !== undefined && matchValue(comparison.literal, values) === undefined;
}

function replacementFor(comparison: Comparison, domains: ValueDomains): (Replacement & Grounding)[] {
  const { column, literal, location, spelling } = comparison;
  const value = matchValue(literal, valuesWithout(comparison, domains) ?? []);
  return value === undefined ? [] : [{ column, location, written: literal, taken: spelling.render(value) }];
}

/** The values of a column that does not hold the literal; undefined where it does, or where its values are not known. */
function valuesWithout({ column, literal, spelling }: Comparison, domains: ValueDomains): readonly string[] | undefined {
  const values = Object.hasOwn(domains, column) ? domains[column] : undefined;
  return values?.some((value) => spelling.equal(value, literal)) === true ? undefined : values;
}
