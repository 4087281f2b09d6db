import { momentWords } from '../lexicon/moment-words.ts';
import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayThings, tablesOf, type Things } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { columnCells, type Ask, type Shape } from './shape.ts';

const parts = { weekday: 'DOW', month: 'MONTH', hour: 'HOUR', year: 'YEAR' } as const;
type Part = keyof typeof parts;

/** Rows by weekday, month of the year or hour, and the busiest of them. */
export const calendarGroups: Shape = {
  name: 'calendar', topic: 'time series', weight: 2,
  cells: (lexicon) => columnCells(lexicon, ['moment', 'birth'], (draw, table, column) => {
    const possible: readonly Part[] = column.role === 'birth' ? ['month', 'year'] : /^timestamp/.test(column.type) ? ['weekday', 'weekday', 'month', 'hour', 'year'] : ['weekday', 'month', 'year'];
    const part = draw.random.pick(possible);
    // Each year is grouped by DATE_TRUNC as a series; only the one with the most is asked for here.
    const isTop = part === 'year' || draw.random.chance(0.45);
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.2), [column]);
    const group = `EXTRACT(${parts[part]} FROM ${columnOf(things, column)})`;
    const known = column.nullable ? [`${columnOf(things, column)} IS NOT NULL`] : [];
    const ask = (speaker: Speaker): Ask => askCalendar(speaker, things, column, part, isTop);
    return { sql: `SELECT ${group}${isTop ? '' : ', COUNT(*)'} ${fromThings(things, known)} GROUP BY ${group}${isTop ? ' ORDER BY COUNT(*) DESC FETCH FIRST 1 ROW WITH TIES' : ''}`, tables: tablesOf(things), ask };
  }),
};

function askCalendar(speaker: Speaker, things: Things, column: ColumnEntry, part: Part, isTop: boolean): Ask {
  const words = column.role === 'birth' ? undefined : momentWords(things.table, column);
  const phrase = sayThings(speaker, things);
  const happening = words === undefined ? `${phrase} born` : words.kind === 'noun' || words.kind === 'state' ? phrase : words.kind === 'passive' ? `${phrase} ${words.word}` : `${phrase} who ${words.word}`.replace('who', things.table.isPerson ? 'who' : 'that');
  const verb = words === undefined ? `${phrase} were born` : words.kind === 'passive' ? `${phrase} were ${words.word}` : words.kind === 'active' ? `${phrase} ${words.word}` : `${phrase} have their ${words.noun}`;
  const unit = part === 'weekday' ? say(speaker, { plain: ['weekday', 'day of the week'], terse: ['weekday', 'day of week'], polite: ['day of the week', 'weekday'] }) : part === 'month' && !isTop ? say(speaker, { plain: ['month of the year', 'calendar month'], terse: ['calendar month', 'month of the year'], polite: ['month of the year', 'calendar month'] }) : part === 'hour' ? 'hour of the day' : part === 'month' ? 'month of the year' : part;
  const at = part === 'weekday' ? 'On' : part === 'hour' ? 'At' : 'In';
  if (isTop) return { isList: false, what: [`the ${unit} with the most ${happening}`], question: [`${at} which ${unit} are there the most ${happening}?`, `Which ${unit} has the most ${happening}?`, `${at} which ${unit} were most ${verb.replace(/ (were|have|are) /, ' ')}?`.replace(/^(\w+ which [\w ]+) were most (.*)\?$/, `$1 were the most ${happening}?`)], clause: [`which ${unit} has the most ${happening}`], short: [`${unit} with most ${happening}`, `busiest ${unit} for ${happening}`] };
  return { isList: true, what: [`the number of ${happening} per ${unit}`, `the number of ${happening} for each ${unit}`], question: [`How many ${verb} ${at.toLowerCase()} each ${unit}?`, `How many ${happening} are there per ${unit}?`], clause: [`how many ${verb} ${at.toLowerCase()} each ${unit}`], short: [`${happening} by ${unit}`, `${happening} per ${unit}`, `count ${happening} by ${unit}`] };
}
