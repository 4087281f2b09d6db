import type { Lexicon, Link, Relation, TableEntry } from '../lexicon/lexicon-types.ts';

/** Whether a table joins two others and says something of each pair: the skills of employees with their level. Its rows have no name and no key of one column. */
export function isJunction({ relations }: Lexicon, table: TableEntry): boolean {
  if (table.kind !== 'thing' || table.key !== undefined || table.naming.length > 0) return false;
  const keys = keysOf(relations, table);
  return keys.length === 2 && keys[0]?.parent !== keys[1]?.parent && keys.every(({ columns }) => columns.length === 1 && columns.every(({ nullable }) => !nullable));
}

/** What joins two tables, whether or not it says anything of the pair. */
export function linksOf(lexicon: Lexicon): readonly Link[] {
  const known = made.get(lexicon) ?? [...lexicon.links, ...lexicon.tables.filter((table) => isJunction(lexicon, table)).flatMap((table) => bothWays(keysOf(lexicon.relations, table)))];
  made.set(lexicon, known);
  return known;
}

const made = new WeakMap<Lexicon, readonly Link[]>();

function bothWays([a, b]: readonly Relation[]): Link[] {
  return a === undefined || b === undefined ? [] : [{ from: a, to: b }, { from: b, to: a }];
}

/** One relation a key: that in the plainest words. */
function keysOf(relations: readonly Relation[], table: TableEntry): Relation[] {
  const own = relations.filter(({ child }) => child === table);
  return own.filter((relation, index) => own.findIndex(({ column }) => column === relation.column) === index);
}
