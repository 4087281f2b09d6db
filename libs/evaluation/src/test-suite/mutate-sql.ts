import type { DatabaseSchema } from '@sqlwright/schema';
import { deparse } from 'pgsql-deparser';
import { asFields, nodeOf, parseTree, withoutLocations, type Fields } from '../sql-tree/syntax-tree.ts';
import { mutators, type ColumnSiblings, type Mutation, type MutationKind } from './mutators.ts';

/** A statement that is one small slip away from the right one. */
export interface Mutant {
  readonly kind: MutationKind;
  readonly sql: string;
}

/**
 * Writes near misses of a statement, each with one thing changed: a comparison, a dropped condition, another aggregate, DISTINCT, the kind of a
 * join, an order, a limit, a literal, a neighbouring column. The idea is that of mutation testing, for SQL: Tuya et al., "Mutating database
 * queries" (2007); Zhong et al., "Semantic evaluation for text-to-SQL with distilled test suites" (2020).
 * @param limit most mutants; kinds take turns, so that none crowds out another
 * @returns none for a statement that does not survive being written again from its tree
 */
export async function mutateSql(sql: string, schema: DatabaseSchema, limit: number): Promise<Mutant[]> {
  const tree = limit === 0 ? undefined : await parseTree(sql);
  if (tree === undefined) return [];
  const original = await rewrite(tree);
  if (original === undefined) return [];
  const seen = new Set([original]);
  const mutants: Mutant[] = [];
  for (const { kind, node } of variants(tree, siblingsOf(schema))) {
    const mutated = asFields(node);
    const text = mutated === undefined ? undefined : await rewrite(mutated);
    if (text === undefined || seen.has(text)) continue;
    seen.add(text);
    mutants.push({ kind, sql: text });
  }
  return takeTurns(mutants, limit);
}

/** The text of a tree, if parsing it gives the same tree: the deparser loses some rare forms. */
async function rewrite(tree: Fields): Promise<string | undefined> {
  try {
    const text = await deparse(tree as never, { pretty: false });
    const again = await parseTree(text);
    return JSON.stringify(withoutLocations(again)) === JSON.stringify(withoutLocations(tree)) ? text.replace(/;\s*$/, '') : undefined;
  } catch {
    return undefined;
  }
}

/** Every tree that differs from the given one in one node. */
function* variants(node: unknown, siblings: ColumnSiblings): Generator<Mutation> {
  if (Array.isArray(node)) {
    for (const [index, item] of node.entries()) for (const { kind, node: changed } of variants(item, siblings)) yield { kind, node: node.with(index, changed) };
    return;
  }
  const fields = asFields(node);
  if (fields === undefined) return;
  for (const [key, value] of Object.entries(fields)) {
    // A constant column says nothing: EXISTS (SELECT 1 …) and EXISTS (SELECT 2 …) are the same.
    if (key === 'ResTarget' && nodeOf(asFields(value)?.['val'], 'A_Const') !== undefined) continue;
    const inner = asFields(value);
    if (inner !== undefined && Object.hasOwn(mutators, key)) yield* mutators[key]?.(inner, siblings) ?? [];
    for (const { kind, node: changed } of variants(value, siblings)) yield { kind, node: { ...fields, [key]: changed } };
  }
}

function siblingsOf(schema: DatabaseSchema): ColumnSiblings {
  const siblings = new Map<string, string[]>();
  for (const { columns } of schema.tables) {
    for (const { name, type } of columns) {
      const others = columns.filter((other) => other.name !== name && baseOf(other.type) === baseOf(type)).map((other) => other.name);
      if (!siblings.has(name)) siblings.set(name, others);
    }
  }
  return siblings;
}

/** `varchar(50)` and `varchar(100)` are taken for each other by people too. */
function baseOf(type: string): string {
  return type.replace(/\(.*/, '');
}

function takeTurns(mutants: readonly Mutant[], limit: number): Mutant[] {
  const places = new Map<MutationKind, number>();
  const ranked = mutants.map((mutant) => {
    const place = places.get(mutant.kind) ?? 0;
    places.set(mutant.kind, place + 1);
    return { mutant, place };
  });
  return ranked.toSorted((a, b) => a.place - b.place).slice(0, limit).map(({ mutant }) => mutant);
}
