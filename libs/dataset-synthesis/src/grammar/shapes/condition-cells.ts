import { allConditions } from '../conditions/all-conditions.ts';
import { countUse, type Draw } from '../draw.ts';
import type { Lexicon, TableEntry } from '../lexicon/lexicon-types.ts';
import { drawConditions, type ConditionMaker, type Things } from '../things.ts';
import { drawPair } from './draw-things.ts';
import { askedOften, askedTables, type Cell, type Draft } from './shape.ts';

/** How much of a table's share goes to all rows, to those that meet one condition and to those that meet two. */
export interface Shares {
  readonly bare: number;
  readonly one: number;
  readonly two: number;
}

/**
 * A cell for each condition that may be said of a table, one for all rows and one for two conditions. Tables of which more may be said have more
 * samples, though not in proportion.
 */
export function conditionCells(lexicon: Lexicon, shares: Shares, write: (draw: Draw, things: Things) => Draft | undefined): Cell[] {
  return askedTables(lexicon).flatMap((table) => {
    const makers = allConditions(lexicon, table);
    const weightOf = ({ weight = 1, salience = 1 }: ConditionMaker): number => weight * salience;
    const total = makers.reduce((sum, maker) => sum + weightOf(maker), 0);
    const share = askedOften(lexicon, table) * Math.sqrt(makers.length);
    const cells: Cell[] = makers.map((maker) => ({ name: `one ${maker.name}`, weight: (share * shares.one * weightOf(maker)) / total, write: (draw) => withOne(draw, table, maker, write) }));
    const cell = (name: string, weight: number, writeOne: Cell['write']): Cell => ({ name: `${name} ${table.name}`, weight: share * weight, write: writeOne });
    const bare = cell('bare', shares.bare, (draw) => write(draw, { table, conditions: [] }));
    const two = cell('two', shares.two, (draw) => withTwo(draw, table, write));
    return [bare, ...(makers.length === 0 ? [] : [...cells, two])];
  });
}

function withOne(draw: Draw, table: TableEntry, maker: ConditionMaker, write: (draw: Draw, things: Things) => Draft | undefined): Draft | undefined {
  const condition = maker.make(draw);
  if (condition === undefined) return undefined;
  countUse(draw, `condition on ${maker.about}`);
  countUse(draw, maker.name);
  return write(draw, { table, conditions: [condition] });
}

function withTwo(draw: Draw, table: TableEntry, write: (draw: Draw, things: Things) => Draft | undefined): Draft | undefined {
  const conditions = draw.random.chance(0.8) ? drawPair(draw, table) : drawConditions(draw, allConditions(draw.lexicon, table), draw.random.chance(0.85) ? 2 : 3);
  return conditions.length < 2 ? undefined : write(draw, { table, conditions });
}
