import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { momentOf } from '../lexicon/moment-words.ts';
import type { Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayThings, tablesOf } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { askedTables, columnsOf, type Ask, type Shape } from './shape.ts';

const beginnings = /^(created|ordered|checked out|borrowed|opened|started|admitted|placed|issued|reported|submitted|loaned|lent|booked|hired|rented|received|requested)$/;
const ends = /^(returned|shipped|delivered|paid|closed|resolved|completed|finished|discharged|ended|collected|answered|notified|cancelled)$/;

/** How long it takes from one moment of a row to another, on average or at most. */
export const durations: Shape = {
  name: 'duration', topic: 'dates', weight: 1,
  cells: (lexicon) => askedTables(lexicon).flatMap((table) => pairsOf(table).map(([from, to]) => ({
    name: `${table.name} ${from.name} ${to.name}`,
    write: (draw) => {
      const aggregate = draw.random.pick(['AVG', 'AVG', 'MAX'] as const);
      const things = drawOwnThings(draw, table, maybeOne(draw, 0.5), [from, to]);
      const ask = (speaker: Speaker): Ask => {
        const phrase = sayThings(speaker, things);
        const degree = aggregate === 'AVG' ? 'average' : 'longest';
        const [begun, done] = [momentOf(from.name), momentOf(to.name)];
        return { isList: false, what: [`the ${degree} time between the ${begun.noun} and the ${done.noun} of ${phrase}`, `the ${degree} time until ${phrase} are ${done.word}`], question: [aggregate === 'AVG' ? `How long does it take on average until ${phrase} are ${done.word}?` : `What is the longest time it took until ${phrase} were ${done.word}?`], clause: aggregate === 'AVG' ? [`how long it takes on average until ${phrase} are ${done.word}`] : [], short: [`${degree} time from ${begun.word} to ${done.word} ${phrase}`, `${degree} time ${begun.word} to ${done.word}, ${phrase}`] };
      };
      return { sql: `SELECT ${aggregate}(${columnOf(things, to)} - ${columnOf(things, from)}) ${fromThings(things)}`, tables: tablesOf(things), ask };
    },
  }))),
};

function pairsOf(table: TableEntry): [ColumnEntry, ColumnEntry][] {
  const moments = columnsOf(table, 'moment');
  const from = moments.find(({ name }) => beginnings.test(momentOf(name).word));
  return from === undefined ? [] : moments.filter((column) => column !== from && ends.test(momentOf(column.name).word)).map((to) => [from, to]);
}
