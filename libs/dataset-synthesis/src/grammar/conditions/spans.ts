import { addDays, firstOfMonth, monthNames, sayDay, sayMonth, weekdayNames } from '../english/say-date.ts';
import { thisYear, type Draw } from '../draw.ts';
import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';

/** A time that a moment may lie in. */
export interface Span {
  /** @param column as SQL, with its qualifier */
  readonly sql: (column: string) => string;
  /** `in March 2024`. */
  readonly say: (speaker: Speaker) => string;
}

export type DrawSpan = (draw: Draw) => Span;

const range = (from: string, to: string) => (column: string): string => `${column} >= DATE '${from}' AND ${column} < DATE '${to}'`;

function drawYear(draw: Draw, isBirth: boolean): number {
  return isBirth ? draw.random.integer(1945, 2005) : thisYear(draw) - draw.random.integer(0, 6);
}

/** Spans that name years, months and days. */
export function absoluteSpans(column: Pick<ColumnEntry, 'role' | 'type'>): Readonly<Record<string, DrawSpan>> {
  const isBirth = column.role === 'birth';
  const year = (sql: (column: string, year: number) => string, words: (speaker: Speaker, year: string) => string): DrawSpan => (draw) => {
    const drawn = drawYear(draw, isBirth);
    return { sql: (name) => sql(name, drawn), say: (speaker) => words(speaker, mark(drawn)) };
  };
  return {
    year: year((name, y) => `EXTRACT(YEAR FROM ${name}) = ${y}`, (speaker, y) => say(speaker, { plain: [`in ${y}`], terse: [`in ${y}`, y], polite: [`in ${y}`, `in the year ${y}`, `during ${y}`] })),
    'before year': year((name, y) => `EXTRACT(YEAR FROM ${name}) < ${y}`, (_, y) => `before ${y}`),
    'after year': year((name, y) => `EXTRACT(YEAR FROM ${name}) > ${y}`, (_, y) => `after ${y}`),
    'since year': year((name, y) => `EXTRACT(YEAR FROM ${name}) >= ${y}`, (speaker, y) => say(speaker, { plain: [`in ${y} or later`, `since ${y}`, `since the start of ${y}`, `since the beginning of ${y}`], terse: [`since ${y}`, `from ${y} on`, `since start of ${y}`], polite: [`in ${y} or after that`, `from ${y} onwards`, `since ${y}`, `since the beginning of ${y}`] })),
    years: (draw) => {
      const first = drawYear(draw, isBirth) - 1;
      const last = first + draw.random.integer(1, isBirth ? 9 : 3);
      return { sql: (name) => `EXTRACT(YEAR FROM ${name}) BETWEEN ${first} AND ${last}`, say: (speaker) => say(speaker, { plain: [`between ${mark(first)} and ${mark(last)}`], terse: [`${mark(first)}-${mark(last)}`], polite: [`in the years from ${mark(first)} to ${mark(last)}`, `from ${mark(first)} to ${mark(last)}`] }) };
    },
    month: (draw) => {
      const [y, month] = [drawYear(draw, isBirth), draw.random.integer(1, 12)];
      return { sql: range(firstOfMonth(y, month), firstOfMonth(y, month + 1)), say: (speaker) => `in ${sayMonth(speaker, y, month)}` };
    },
    ...(isBirth ? { 'any month': anyMonth } : { 'any month': anyMonth, 'since month': sinceMonth, quarter, weekday, day: day(column), 'before day': beforeDay, 'since day': sinceDay, days }),
  };
}

const anyMonth: DrawSpan = ({ random }) => {
  const month = random.integer(1, 12);
  return { sql: (name) => `EXTRACT(MONTH FROM ${name}) = ${month}`, say: (speaker) => say(speaker, { plain: [`in ${monthNames[month - 1]} of any year`], terse: [`in ${monthNames[month - 1]}, any year`], polite: [`in the month of ${monthNames[month - 1]}, whatever the year`] }) };
};

const sinceMonth: DrawSpan = (draw) => {
  const [y, month] = [thisYear(draw) - draw.random.integer(0, 2), draw.random.integer(1, 12)];
  return { sql: (name) => `${name} >= DATE '${firstOfMonth(y, month)}'`, say: (speaker) => `since ${sayMonth(speaker, y, month)}` };
};

const quarter: DrawSpan = (draw) => {
  const [y, number] = [thisYear(draw) - draw.random.integer(0, 4), draw.random.integer(1, 4)];
  const name = ['first', 'second', 'third', 'fourth'][number - 1] ?? '';
  return { sql: range(firstOfMonth(y, number * 3 - 2), firstOfMonth(y, number * 3 + 1)), say: (speaker) => say(speaker, { plain: [`in the ${name} quarter of ${y}`], terse: [`in ${mark(`Q${number}`)} ${y}`], polite: [`in the ${name} quarter of ${y}`] }) };
};

const weekday: DrawSpan = ({ random }) => {
  const number = random.integer(0, 6);
  return { sql: (name) => `EXTRACT(DOW FROM ${name}) = ${number}`, say: () => `on a ${weekdayNames[number]}` };
};

function drawDay(draw: Draw): string {
  return addDays(draw.today, -draw.random.integer(5, 1500));
}

function day({ type }: Pick<ColumnEntry, 'role' | 'type'>): DrawSpan {
  return (draw) => {
    const date = drawDay(draw);
    return { sql: type === 'date' ? (name) => `${name} = DATE '${date}'` : range(date, addDays(date, 1)), say: (speaker) => `on ${mark(sayDay(speaker, date))}` };
  };
}

const beforeDay: DrawSpan = (draw) => {
  const date = drawDay(draw);
  return { sql: (name) => `${name} < DATE '${date}'`, say: (speaker) => `before ${mark(sayDay(speaker, date))}` };
};

const sinceDay: DrawSpan = (draw) => {
  const date = drawDay(draw);
  return { sql: (name) => `${name} >= DATE '${date}'`, say: (speaker) => say(speaker, { plain: [`on or after ${mark(sayDay(speaker, date))}`], terse: [`from ${mark(sayDay(speaker, date))} on`], polite: [`on ${mark(sayDay(speaker, date))} or later`] }) };
};

const days: DrawSpan = (draw) => {
  const first = drawDay(draw);
  const last = addDays(first, draw.random.integer(5, 120));
  return { sql: range(first, addDays(last, 1)), say: (speaker) => say(speaker, { plain: [`between ${mark(sayDay(speaker, first))} and ${mark(sayDay(speaker, last))}`], terse: [`${mark(sayDay(speaker, first))} - ${mark(sayDay(speaker, last))}`], polite: [`from ${mark(sayDay(speaker, first))} through ${mark(sayDay(speaker, last))}`] }) };
};
