import { countUse, leastUsed, type Draw } from './draw.ts';
import type { Cell, Draft, Shape } from './shapes/shape.ts';

export interface PlannedDraft extends Draft {
  readonly shape: string;
  readonly topic: string;
}

/** So often a cell may fail in a row before it counts as exhausted. */
const patience = 12;

interface OpenShape {
  readonly shape: Shape;
  readonly cells: Cell[];
  made: number;
}

/**
 * Writes drafts until there are `count` or every cell is exhausted. Next comes the shape that is furthest behind its weight, and of its
 * cells the one used least.
 * @param accept says whether a draft is new; what it refuses counts as a failure of its cell
 */
export function fillPlan<T>(draw: Draw, shapes: readonly Shape[], count: number, accept: (draft: PlannedDraft) => T | undefined): T[] {
  const open: OpenShape[] = shapes.map((shape) => ({ shape, cells: [...shape.cells(draw.lexicon)], made: 0 }));
  const accepted: T[] = [];
  while (accepted.length < count) {
    const next = furthestBehind(open);
    if (next === undefined) break;
    next.made += 1;
    const result = writeOne(draw, next, accept);
    if (result !== undefined) accepted.push(result);
  }
  return accepted;
}

function furthestBehind(open: readonly OpenShape[]): OpenShape | undefined {
  const able = open.filter(({ cells }) => cells.length > 0);
  const progress = ({ shape, made }: OpenShape): number => (made + 1) / shape.weight;
  return able.reduce<OpenShape | undefined>((best, each) => (best === undefined || progress(each) < progress(best) ? each : best), undefined);
}

function writeOne<T>(draw: Draw, { shape, cells }: OpenShape, accept: (draft: PlannedDraft) => T | undefined): T | undefined {
  const nameOf = (cell: Cell): string => `${shape.name} ${cell.name}`;
  while (cells.length > 0) {
    const cell = leastUsed(draw, cells, nameOf, ({ weight }) => weight ?? 1);
    if (cell === undefined) return undefined;
    countUse(draw, nameOf(cell));
    for (let attempt = 0; attempt < patience; attempt += 1) {
      const draft = cell.write(draw);
      const result = draft === undefined ? undefined : accept({ ...draft, shape: shape.name, topic: shape.topic });
      if (result !== undefined) return result;
    }
    cells.splice(cells.indexOf(cell), 1);
  }
  return undefined;
}
