import { boundsOf } from '../conditions/state-conditions.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayThings, shownSql, tablesOf } from '../things.ts';
import { drawOwnThings, drawThings, maybeOne } from './draw-things.ts';
import { sayPer } from './groups.ts';
import { askedOften, askedTables, columnsOf, type Ask, type Cell, type Shape } from './shape.ts';

/** How long rows last from their beginning to their end: the average, the longest, which lasts longest, which last longer than some days. */
export const lengths: Shape = {
  name: 'length', topic: 'dates', weight: 1,
  cells: (lexicon) => askedTables(lexicon).flatMap((table) => {
    const bounds = boundsOf(table);
    if (table.isPerson || bounds === undefined || bounds.start.type !== bounds.end.type || !/^(date|timestamp)/.test(bounds.start.type)) return [];
    const weight = askedOften(lexicon, table);
    return [figureCell(table, bounds, weight), ...columnsOf(table, 'category').map((group) => groupCell(table, bounds, group, weight * 0.5)), topCell(table, bounds, weight), ...(bounds.start.type === 'date' ? [longerCell(table, bounds, weight)] : [])];
  }),
};

interface Bounds {
  readonly start: ColumnEntry;
  readonly end: ColumnEntry;
}

/** Guests stay for nights, all else lasts days. */
const stays = /\b(booking|stay|reservation|visit)$/;
const unitOf = ({ singular }: TableEntry, { start }: Bounds): string => (stays.test(singular) && /check/.test(start.name) ? 'nights' : 'days');
const lengthWords = ({ singular }: TableEntry): readonly string[] => (stays.test(singular) ? ['length', 'length of stay', 'duration'] : ['duration', 'length']);

function figureCell(table: TableEntry, bounds: Bounds, weight: number): Cell {
  return {
    name: `${table.name} figure`, weight,
    write: (draw) => {
      const aggregate = draw.random.pick(['AVG', 'AVG', 'MAX', 'MIN'] as const);
      const things = drawThings(draw, table, maybeOne(draw, 0.5), [bounds.start, bounds.end]);
      const ask = (speaker: Speaker): Ask => {
        const [phrase, one, unit, word] = [sayThings(speaker, things), sayThings(speaker, things, 'singular'), unitOf(table, bounds), speaker.random.pick(lengthWords(table))];
        const degree = aggregate === 'AVG' ? say(speaker, { plain: ['average'], terse: ['avg', 'average'], polite: ['average', 'mean'] }) : aggregate === 'MAX' ? 'longest' : 'shortest';
        if (aggregate === 'AVG') return { isList: false, what: [`the average ${word} of ${phrase}`, `the average number of ${unit} of ${phrase}`, `the average number of ${unit} per ${one}`], question: [`How long do ${phrase} last on average?`, `How many ${unit} does the average ${one} last?`, `How long is the average ${one}?`], clause: [`how long ${phrase} last on average`], short: [`${degree} ${word} of ${phrase}`, `${degree} ${unit} per ${one}`, `avg ${one} ${word}`] };
        return { isList: false, what: [`the ${degree} ${word} of ${phrase}`, `the ${word} of the ${degree} ${one}`], question: [`How long is the ${degree} ${one}?`, `How many ${unit} did the ${degree} ${one} last?`, `How many ${unit} was the ${degree} ${one}?`], clause: [`how long the ${degree} ${one} lasted`], short: [`${aggregate === 'MAX' ? 'max' : 'min'} ${word} of ${phrase}`, `${degree} ${one}, in ${unit}`] };
      };
      return { sql: `SELECT ${aggregate}(${columnOf(things, bounds.end)} - ${columnOf(things, bounds.start)}) ${fromThings(things)}`, tables: tablesOf(things), ask };
    },
  };
}

function groupCell(table: TableEntry, bounds: Bounds, group: ColumnEntry, weight: number): Cell {
  return {
    name: `${table.name} by ${group.name}`, weight,
    write: (draw) => {
      const things = drawOwnThings(draw, table, maybeOne(draw, 0.2), [bounds.start, bounds.end, group]);
      const name = columnOf(things, group);
      const ask = (speaker: Speaker): Ask => {
        const [phrase, word, per] = [sayThings(speaker, things), speaker.random.pick(lengthWords(table)), sayPer(speaker, sayColumn(speaker, group))];
        return { isList: true, what: [`the average ${word} of ${phrase} ${per}`, `the average number of ${unitOf(table, bounds)} of ${phrase} ${per}`], question: [`How long do ${phrase} last on average, ${per}?`], short: [`avg ${word} of ${phrase} ${per}`, `average ${word} ${phrase} ${per}`] };
      };
      return { sql: `SELECT ${name}, AVG(${columnOf(things, bounds.end)} - ${columnOf(things, bounds.start)}) ${fromThings(things)} GROUP BY ${name}`, tables: tablesOf(things), ask };
    },
  };
}

function topCell(table: TableEntry, bounds: Bounds, weight: number): Cell {
  return {
    name: `${table.name} top`, weight,
    write: (draw) => {
      const isLongest = draw.random.chance(0.75);
      const count = draw.random.chance(0.4) ? draw.random.pick([3, 5, 10]) : undefined;
      const things = drawThings(draw, table, maybeOne(draw, 0.3), [bounds.start, bounds.end]);
      const degree = isLongest ? 'longest' : 'shortest';
      const ask = (speaker: Speaker): Ask => {
        const [phrase, one] = [sayThings(speaker, things), sayThings(speaker, things, 'singular')];
        if (count !== undefined) return { isList: true, what: [`the ${mark(count)} ${degree} ${phrase}`, `the ${mark(count)} ${phrase} that last ${degree}`], short: [`${mark(count)} ${degree} ${phrase}`, `top ${mark(count)} ${degree} ${phrase}`] };
        return { isList: false, what: [`the ${degree} ${one}`, `the ${one} that lasts ${degree}`], question: [`Which ${one} lasts ${degree}?`, `Which is the ${degree} ${one}?`, `Which ${one} runs ${degree}?`], clause: [`which ${one} lasts ${degree}`], short: [`${degree} ${one}`, `${one} with ${degree} duration`] };
      };
      return { sql: `SELECT ${shownSql(things)} ${fromThings(things)} ORDER BY ${columnOf(things, bounds.end)} - ${columnOf(things, bounds.start)}${isLongest ? ' DESC NULLS LAST' : ''} ${count === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`}`, tables: tablesOf(things), ask };
    },
  };
}

function longerCell(table: TableEntry, bounds: Bounds, weight: number): Cell {
  return {
    name: `${table.name} longer`, weight,
    write: (draw) => {
      const isMore = draw.random.chance(0.7);
      const days = draw.random.pick([1, 2, 3, 5, 7, 10, 14, 30, 60, 90]);
      const isCount = draw.random.chance(0.5);
      const things = drawThings(draw, table, maybeOne(draw, 0.25), [bounds.start, bounds.end]);
      const ask = (speaker: Speaker): Ask => {
        const phrase = sayThings(speaker, things);
        const unit = days === 1 ? unitOf(table, bounds).slice(0, -1) : unitOf(table, bounds);
        const than = `${isMore ? say(speaker, { plain: ['more than', 'longer than'], terse: ['over', '>', 'longer than'], polite: ['longer than', 'more than'] }) : say(speaker, { plain: ['less than', 'under'], terse: ['under', '<'], polite: ['less than', 'shorter than'] })} ${mark(days)} ${unit}`;
        const verb = `last ${than}`;
        if (isCount) return { isList: false, what: [`the number of ${phrase} that ${verb}`, `the number of ${phrase} of ${than}`], question: [`How many ${phrase} ${verb}?`], clause: [`how many ${phrase} ${verb}`], short: [`${phrase} ${than}, count`, `how many ${phrase} ${than}`] };
        return { isList: true, what: [`the ${phrase} that ${verb}`, `all ${phrase} of ${than}`], question: [`Which ${phrase} ${verb}?`], clause: [`which ${phrase} ${verb}`], short: [`${phrase} ${than}`, `${phrase} that ${verb}`] };
      };
      return { sql: `SELECT ${isCount ? 'COUNT(*)' : shownSql(things)} ${fromThings(things, [`${columnOf(things, bounds.end)} - ${columnOf(things, bounds.start)} ${isMore ? '>' : '<'} ${days}`])}`, tables: tablesOf(things), ask };
    },
  };
}
