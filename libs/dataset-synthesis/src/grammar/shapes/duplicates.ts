import { pluralOf } from '../english/inflect.ts';
import type { Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayThings, tablesOf } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { columnCells, type Ask, type Shape } from './shape.ts';

/** Values that several rows hold. */
export const duplicates: Shape = {
  name: 'duplicate', topic: 'duplicates', weight: 1,
  cells: (lexicon) => columnCells(lexicon, ['name', 'email', 'phone', 'street', 'lastName'], (draw, table, column) => {
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.2), [column]);
    const name = columnOf(things, column);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, names] = [sayThings(speaker, things), pluralOf(sayColumn(speaker, column))];
      return { isList: true, what: [`the ${names} that occur more than once among the ${phrase}`, `the duplicate ${names} of ${phrase}`], question: [`Which ${names} are shared by more than one of the ${phrase}?`, `Which ${names} occur more than once among ${phrase}?`], short: [`duplicate ${names} of ${phrase}`, `${phrase}: ${names} used more than once`] };
    };
    return { sql: `SELECT ${name} ${fromThings(things, column.nullable ? [`${name} IS NOT NULL`] : [])} GROUP BY ${name} HAVING COUNT(*) > 1`, tables: tablesOf(things), ask };
  }),
};
