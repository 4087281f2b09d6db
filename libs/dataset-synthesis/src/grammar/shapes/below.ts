import type { Draw } from '../draw.ts';
import { topOfWay } from '../lexicon.ts';
import type { Lexicon, Relation, TableEntry, Way } from '../lexicon/lexicon-types.ts';
import { joinOn, parentKeys } from '../relation-sql.ts';
import { conditionsSql, tablesOf, type Things } from '../things.ts';
import { joinedChildren, ownerSql } from './children.ts';
import { relationCells, salienceOf } from './relations.ts';
import type { Cell, Draft } from './shape.ts';

/** Rows that have a name and others below them, over one key or several: guests and their payments. */
export interface Below {
  readonly top: TableEntry;
  readonly low: TableEntry;
  /** How many keys lie between them. */
  readonly keys: number;
  /** The tables on the way. */
  readonly between: readonly TableEntry[];
  /** `FROM … JOIN … WHERE …`, of those below that meet conditions. */
  readonly join: (things: Things) => string;
  /** What names the upper ones, and what to group by so that namesakes stay apart. */
  readonly names: string;
  readonly group: string;
  /** Tables that such a statement reads. */
  readonly tables: (things: Things) => readonly TableEntry[];
}

function belowRelation(relation: Relation): Below {
  return { top: relation.parent, low: relation.child, keys: 1, between: [], join: (things) => joinedChildren(relation, things), ...ownerSql(relation), tables: (things) => [relation.parent, ...tablesOf(things)] };
}

export function belowWay(way: Way): Below {
  const [top, low] = [topOfWay(way), way[0].child];
  const names = top.naming.map(({ sql }) => `${top.alias}.${sql}`).join(', ');
  const downwards = way.toReversed();
  const joins = downwards.map((relation) => `JOIN ${relation.child.sql} ${relation.child.alias} ON ${joinOn(relation, `${relation.child.alias}.`, `${relation.parent.alias}.`)}`);
  const join = (things: Things): string => {
    const where = conditionsSql(things, `${low.alias}.`);
    return `FROM ${top.sql} ${top.alias} ${joins.join(' ')}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
  };
  return { top, low, keys: way.length, between: way.slice(0, -1).map(({ parent }) => parent), join, names, group: `${parentKeys(downwards[0] ?? way[0], `${top.alias}.`)}, ${names}`, tables: (things) => [...downwards.map(({ parent }) => parent), ...tablesOf(things)] };
}

/** All pairs of tables of which the upper has a name, over two keys or three. */
export function belowEach({ ways }: Lexicon): Below[] {
  return ways.filter((way) => topOfWay(way).naming.length > 0).map(belowWay);
}

/** A cell for each pair of tables of which the upper has a name and `keep` holds. */
export function cellsBelow(lexicon: Lexicon, write: (draw: Draw, below: Below) => Draft | undefined, keep: (low: TableEntry, keys: number) => boolean = () => true): Cell[] {
  const ways = lexicon.ways.filter((way) => topOfWay(way).naming.length > 0 && keep(way[0].child, way.length));
  return [
    ...relationCells(lexicon, (draw, relation) => write(draw, belowRelation(relation)), ({ child, parent, isPlain }) => isPlain && child !== parent && parent.naming.length > 0 && keep(child, 1)),
    ...ways.map((way): Cell => ({ name: way.map(({ child, column }) => `${child.name}.${column.name}`).join(' '), weight: salienceOf(way.at(-1) ?? way[0]) * (way.length === 2 ? 1 : 0.6), write: (draw) => write(draw, belowWay(way)) })),
  ];
}
