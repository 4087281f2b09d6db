import { columnConditions } from '../conditions/column-conditions.ts';
import { deadlineOf } from '../conditions/state-conditions.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { momentOf } from '../lexicon/moment-words.ts';
import type { Speaker } from '../style/speaker.ts';
import { columnOf, drawConditions, fromThings, sayThings, tablesOf, type ConditionMaker, type Things } from '../things.ts';
import { maybeOne } from './draw-things.ts';
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
      const things = drawBeside(draw, table, [from, to], maybeOne(draw, 0.5));
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

/** How many days too late something was done, of what was late: on average, at most. */
export const lateness: Shape = {
  name: 'lateness', topic: 'dates', weight: 0.6,
  cells: (lexicon) => askedTables(lexicon).flatMap((table) => {
    const { due, done } = deadlineOf(table);
    if (due === undefined || done === undefined || due.type !== 'date') return [];
    return [{
      name: table.name,
      write: (draw) => {
        const aggregate = draw.random.pick(['AVG', 'AVG', 'MAX'] as const);
        const things = drawBeside(draw, table, [due, done], maybeOne(draw, 0.3));
        const [end, limit] = [`${columnOf(things, done)}${done.type === 'date' ? '' : '::date'}`, columnOf(things, due)];
        const { word } = momentOf(done.name);
        const ask = (speaker: Speaker): Ask => {
          const phrase = sayThings(speaker, things);
          if (aggregate === 'MAX') return { isList: false, what: [`the longest delay of ${phrase}`, `the most days that ${phrase} were ${word} late`], question: [`How late was the latest of the ${phrase} ${word}?`, `How many days late was the worst of the ${phrase}?`], short: [`max days late of ${phrase}`, `longest delay ${phrase}`] };
          return { isList: false, what: [`the average delay of ${phrase} ${word} late`, `the average number of days that late ${phrase} were ${word} after the due date`], question: [`How many days late are ${phrase} on average, when they are late?`, `When ${phrase} are ${word} late, how many days late on average?`], short: [`avg days late of late ${phrase}`, `average delay of ${phrase} ${word} late`] };
        };
        return { sql: `SELECT ${aggregate}(${end} - ${limit}) ${fromThings(things, [`${end} > ${limit}`])}`, tables: tablesOf(things), ask };
      },
    }];
  }),
};

/** Things with conditions that say nothing of these moments, nor of states that they make: what is overdue was not paid late. */
function drawBeside(draw: Draw, table: TableEntry, moments: readonly ColumnEntry[], count: number): Things {
  const isBeside = ({ about }: ConditionMaker): boolean => !moments.some(({ name }) => about === `${table.name}.${name}` || about === `${table.name}.${name} state`);
  return { table, conditions: drawConditions(draw, columnConditions(table).filter(isBeside), count) };
}

function pairsOf(table: TableEntry): [ColumnEntry, ColumnEntry][] {
  const moments = columnsOf(table, 'moment');
  const from = moments.find(({ name }) => beginnings.test(momentOf(name).word));
  return from === undefined ? [] : moments.filter((column) => column !== from && ends.test(momentOf(column.name).word)).map((to) => [from, to]);
}
