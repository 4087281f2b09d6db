import { ageOf } from '../conditions/age-conditions.ts';
import { withArticle } from '../english/inflect.ts';
import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { fromThings, sayColumn, sayThings, tablesOf } from '../things.ts';
import { drawNumber } from '../values/draw-value.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { columnCells, measured, type Ask, type Shape } from './shape.ts';

/** Rows counted in bands of a number or an age. */
export const bands: Shape = {
  name: 'bands', topic: 'groups', weight: 1,
  cells: (lexicon) => columnCells(lexicon, [...measured, 'birth'], (draw, table, column: ColumnEntry) => {
    const isAge = column.role === 'birth';
    const [low = 0, high = 0] = isAge ? draw.random.pick([[18, 65], [30, 60], [25, 50], [40, 60], [18, 40]]) : [drawNumber(draw, column), drawNumber(draw, column)].sort((a, b) => a - b);
    if (low >= high) return undefined;
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.2), [column]);
    const value = isAge ? ageOf(column.sql) : column.sql;
    const band = `CASE WHEN ${value} < ${low} THEN 'under ${low}' WHEN ${value} < ${high} THEN '${low} to under ${high}' ELSE '${high} or more' END`;
    const ask = (speaker: Speaker): Ask => {
      const [phrase, name] = [sayThings(speaker, things), isAge ? 'age' : sayColumn(speaker, column)];
      const groups = `under ${mark(low)}, ${mark(low)} to under ${mark(high)}, and ${mark(high)} or more`;
      return { isList: true, what: [`the number of ${phrase} by ${name} band: ${groups}`, `the number of ${phrase} with ${withArticle(name)} ${groups}`], question: [`How many ${phrase} have ${withArticle(name)} ${groups}?`], short: [`${phrase} by ${name} band ${groups}`, `${name} groups of ${phrase}: ${groups}`] };
    };
    return { sql: `SELECT ${band}, COUNT(*) ${fromThings(things, column.nullable ? [`${column.sql} IS NOT NULL`] : [])} GROUP BY 1`, tables: tablesOf(things), ask };
  }),
};
