import { quoteLiteral } from '@sqlwright/schema';
import { splitName } from '../english/split-name.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { momentOf } from '../lexicon/moment-words.ts';
import { say, type Wordings } from '../style/speaker.ts';
import type { ConditionMaker } from '../things.ts';

const completions = /^(returned|paid|shipped|delivered|completed|finished|closed|resolved|submitted|collected)$/;

/** Conditions that people have one word for and the schema two columns or today's date: overdue, late, expired, current. */
export function stateConditions(table: TableEntry): ConditionMaker[] {
  const moments = table.columns.filter(({ role }) => role === 'moment');
  const { due, done } = deadlineOf(table);
  const end = moments.find(({ name }) => endings.test(splitName(name)));
  const bounds = boundsOf(table);
  const period = bounds === undefined ? [] : [periodCondition(table, bounds.start, bounds.end)];
  return [...(due === undefined ? [] : done !== undefined ? dueConditions(table, due, done) : openConditions(table, due)), ...(end === undefined ? [] : endConditions(table, end)), ...period];
}

/** When something is due and when it was done. */
export function deadlineOf({ columns }: TableEntry): { due: ColumnEntry | undefined; done: ColumnEntry | undefined } {
  const moments = columns.filter(({ role }) => role === 'moment');
  return {
    due: moments.find(({ name }) => /\b(due|deadline)\b/.test(momentOf(name).word) || /due|deadline/i.test(name)),
    done: moments.find(({ name, nullable }) => nullable && completions.test(momentOf(name).word)),
  };
}

/** From when to when a row lasts, where two of its moments say so: `check_in` and `check_out`. */
export function boundsOf({ columns }: TableEntry): { start: ColumnEntry; end: ColumnEntry } | undefined {
  const moments = columns.filter(({ role }) => role === 'moment');
  const end = moments.find(({ name }) => endings.test(splitName(name)));
  const start = end && moments.find(({ name }) => beginnings.test(splitName(name)));
  return start === undefined || end === undefined ? undefined : { start, end };
}

const endings = /^(expir\w*|valid (to|until)|end(s|ed|ing)?|until|last day|to|check[- ]?out)( (at|on|date|time|day))?$/;
const beginnings = /^(valid from|start(s|ed|ing)?|begin(s|ning)?|began|from|first day|check[- ]?in)( (at|on|date|time|day))?$/;
const closings = /^(done|completed?|closed|finished|resolved|paid|delivered|returned|cancell?ed|shipped|archived)$/i;

/** What is due and has no date of being done is overdue unless its status says that it is done. */
function openConditions(table: TableEntry, due: ColumnEntry): ConditionMaker[] {
  const status = table.columns.find(({ role, values }) => role === 'category' && values.some((value) => closings.test(value)));
  const closed = status?.values.filter((value) => closings.test(value)).map(quoteLiteral) ?? [];
  const open = (q: string): string => (status === undefined ? '' : ` AND ${q}${status.sql} ${closed.length === 1 ? `<> ${closed[0]}` : `NOT IN (${closed.join(', ')})`}`);
  return [maker(table, due, 'overdue', (q) => `${q}${due.sql} < CURRENT_DATE${open(q)}`, { plain: ['overdue'], terse: ['overdue', 'late'], polite: ['overdue', 'past due'] }, true, 6)];
}

/** It has begun and is not over. */
function periodCondition(table: TableEntry, start: ColumnEntry, end: ColumnEntry): ConditionMaker {
  const now = end.type === 'date' ? 'CURRENT_DATE' : 'NOW()';
  const about = `${table.name}.${end.name} state`;
  return {
    name: `${about} current`, about, weight: 2, salience: 1.8,
    make: () => ({
      about,
      sql: (q) => `${q}${start.sql} <= ${now} AND ${end.nullable ? `(${q}${end.sql} >= ${now} OR ${q}${end.sql} IS NULL)` : `${q}${end.sql} >= ${now}`}`,
      say: (speaker) => {
        const words = say(speaker, { plain: ['current', 'ongoing'], terse: ['current', 'ongoing', 'running'], polite: ['current', 'ongoing'] });
        return speaker.random.chance(0.3) ? { verb: 'are under way today', after: speaker.register === 'terse' ? 'today' : 'for today' } : { verb: `are ${words}`, before: words };
      },
    }),
  };
}

function dueConditions(table: TableEntry, due: ColumnEntry, done: ColumnEntry): ConditionMaker[] {
  const { word } = momentOf(done.name);
  const day = (q: string): string => `${q}${done.sql}${/^timestamp/.test(done.type) && due.type === 'date' ? '::date' : ''}`;
  const late: Wordings = { plain: [`${word} late`, `${word} too late`, `${word} after the due date`], terse: [`${word} late`, `late`], polite: [`${word} after they were due`, `${word} too late`] };
  return [
    maker(table, due, 'overdue', (q) => `${q}${due.sql} < CURRENT_DATE AND ${q}${done.sql} IS NULL`, { plain: ['overdue'], terse: ['overdue', 'late'], polite: ['overdue', 'past due'] }, true, 6),
    maker(table, due, 'late', (q) => `${day(q)} > ${q}${due.sql}`, late, false, 4),
    maker(table, due, 'in time', (q) => `${day(q)} <= ${q}${due.sql}`, { plain: [`${word} on time`, `${word} in time`], terse: [`${word} on time`], polite: [`${word} on time`, `${word} by the due date`] }, false, 2),
  ];
}

function endConditions(table: TableEntry, end: ColumnEntry): ConditionMaker[] {
  return [
    maker(table, end, 'expired', (q) => `${q}${end.sql} < CURRENT_DATE`, /^expir/.test(end.name) ? { plain: ['expired', 'expired', 'lapsed'], terse: ['expired', 'lapsed'], polite: ['expired', 'already expired'] } : { plain: ['already over'], terse: ['over', 'ended'], polite: ['already over'] }, /^expir/.test(end.name), 2.5),
  ];
}

function maker(table: TableEntry, column: ColumnEntry, kind: string, sql: (q: string) => string, wordings: Wordings, isAdjective: boolean, weight: number): ConditionMaker {
  // A subject of its own, not one of the many things to say of a date: overdue is what people ask first.
  const about = `${table.name}.${column.name} state`;
  return {
    name: `${about} ${kind}`, about, weight, salience: 1.8,
    make: () => ({
      about, sql,
      say: (speaker) => {
        const words = say(speaker, wordings);
        const be = isAdjective || /over$|ended/.test(words) ? 'are' : 'were';
        return isAdjective && !words.includes(' ') ? { verb: `${be} ${words}`, before: words } : { verb: `${be} ${words}`, after: words };
      },
    }),
  };
}
