import { pluralOf } from '../english/inflect.ts';
import type { Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayThings, tablesOf } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { askedTables, columnCells, type Ask, type Shape } from './shape.ts';

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

/** Names that several people share, where they lie in two columns. */
export const namesakes: Shape = {
  name: 'namesake', topic: 'duplicates', weight: 0.5,
  cells: (lexicon) => askedTables(lexicon).filter(({ isPerson, kind, naming }) => isPerson && kind === 'thing' && naming.length === 2).map((table) => ({
    name: table.name,
    write: (draw) => {
      const things = drawOwnThings(draw, table, maybeOne(draw, 0.8), table.naming);
      const names = table.naming.map((column) => columnOf(things, column)).join(', ');
      const withCount = draw.random.chance(0.4);
      const ask = (speaker: Speaker): Ask => {
        const [phrase, count] = [sayThings(speaker, things), withCount ? ' and how many there are of each' : ''];
        return { isList: true, what: [`the names that more than one of the ${phrase} has${count}`, `the ${phrase} with the same first and last name${count}`, `all duplicate names of ${phrase}${count}`], question: [`Which ${phrase} have the same first and last name${count === '' ? '' : `,${count}`}?`, `Are there ${phrase} with the same name${count === '' ? '' : `,${count}`}?`, `Which names do several ${phrase} share${count === '' ? '' : `,${count}`}?`], clause: [`which ${phrase} have the same name${count}`], short: [`${phrase} with same name${withCount ? ' + count' : ''}`, `duplicate ${phrase} names${withCount ? ' + count' : ''}`, `namesakes among ${phrase}${withCount ? ' + count' : ''}`] };
      };
      return { sql: `SELECT ${names}${withCount ? ', COUNT(*)' : ''} ${fromThings(things)} GROUP BY ${names} HAVING COUNT(*) > 1`, tables: tablesOf(things), ask };
    },
  })),
};
