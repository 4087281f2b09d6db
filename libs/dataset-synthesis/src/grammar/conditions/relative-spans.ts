import { mark, say, type Wordings } from '../style/speaker.ts';
import type { DrawSpan, Span } from './spans.ts';

type Unit = 'day' | 'week' | 'month' | 'year';

const fixed = (sql: Span['sql'], wordings: Wordings): DrawSpan => () => ({ sql, say: (speaker) => say(speaker, wordings) });
const alike = (words: string): Wordings => ({ plain: [words], terse: [words], polite: [words] });
const floor = (unit: Unit): string => `DATE_TRUNC('${unit}', CURRENT_DATE)`;

/** Spans told from today, of a moment that lies in the past, so that "this month" needs no end; of one that may lie in the future it has one. */
export function relativeSpans(mayBeFuture: boolean, type = 'date'): Readonly<Record<string, DrawSpan>> {
  const now = type === 'date' ? 'CURRENT_DATE' : 'NOW()';
  const current = (unit: Unit): DrawSpan => fixed((name) => `${name} >= ${floor(unit)}${mayBeFuture ? ` AND ${name} < ${floor(unit)} + INTERVAL '1 ${unit}'` : ''}`, { plain: [`this ${unit}`, `this ${unit}`, ...(mayBeFuture ? [] : [`so far this ${unit}`, `since the start of the ${unit}`])], terse: [`this ${unit}`, ...(mayBeFuture || unit !== 'year' ? [] : ['ytd', 'this year so far'])], polite: [`in the current ${unit}`, `this ${unit}`, ...(mayBeFuture ? [] : [`since the beginning of the ${unit}`, `in this ${unit} so far`])] });
  const past = (unit: Unit): DrawSpan => fixed((name) => `${name} >= ${floor(unit)} - INTERVAL '1 ${unit}' AND ${name} < ${floor(unit)}`, { plain: [`last ${unit}`], terse: [`last ${unit}`], polite: [`in the previous ${unit}`, `last ${unit}`] });
  return {
    today: fixed((name) => `${name} >= CURRENT_DATE${mayBeFuture ? ` AND ${name} < CURRENT_DATE + INTERVAL '1 day'` : ''}`, alike('today')),
    yesterday: fixed((name) => `${name} >= CURRENT_DATE - INTERVAL '1 day' AND ${name} < CURRENT_DATE`, alike('yesterday')),
    'this week': current('week'), 'this month': current('month'), 'this year': current('year'),
    'last week': past('week'), 'last month': past('month'), 'last year': past('year'),
    'last days': lastOf('day', [7, 10, 14, 30, 45, 60, 90, 100, 180], mayBeFuture), 'last weeks': lastOf('week', [2, 3, 4, 6, 8], mayBeFuture), 'last months': lastOf('month', [2, 3, 4, 6, 9, 12, 18], mayBeFuture), 'last years': lastOf('year', [2, 3, 4, 5], mayBeFuture),
    'long ago': longAgo,
    ...(mayBeFuture ? { 'next days': nextDays, 'next week': coming('week'), 'next month': coming('month'), 'next year': coming('year'), coming: fixed((name) => `${name} > ${now}`, { plain: ['in the future', 'after today'], terse: ['in the future', 'still to come'], polite: ['in the future', 'still ahead'] }), past: fixed((name) => `${name} < ${now}`, { plain: ['in the past', 'before today'], terse: ['in the past', 'before today'], polite: ['in the past', 'before today'] }) } : {}),
  };
}

const coming = (unit: Unit): DrawSpan => fixed((name) => `${name} >= ${floor(unit)} + INTERVAL '1 ${unit}' AND ${name} < ${floor(unit)} + INTERVAL '2 ${unit}s'`, { plain: [`next ${unit}`], terse: [`next ${unit}`], polite: [`next ${unit}`, `in the coming ${unit}`] });

function lastOf(unit: Unit, counts: readonly number[], mayBeFuture: boolean): DrawSpan {
  return ({ random }) => {
    const count = random.pick(counts);
    const words = `${mark(count)} ${unit}s`;
    return {
      sql: (name) => `${name} >= CURRENT_DATE - INTERVAL '${count} ${unit}s'${mayBeFuture ? ` AND ${name} <= CURRENT_DATE` : ''}`,
      say: (speaker) => say(speaker, { plain: [`in the last ${words}`, `in the past ${words}`], terse: [`last ${words}`, `past ${words}`], polite: [`within the last ${words}`, `over the past ${words}`, `during the last ${words}`] }),
    };
  };
}

const longAgo: DrawSpan = ({ random }) => {
  const [unit, count] = random.chance(0.5) ? ['years', random.integer(2, 5)] : ['months', random.pick([3, 6, 9, 18])];
  return { sql: (name) => `${name} < CURRENT_DATE - INTERVAL '${count} ${unit}'`, say: (speaker) => say(speaker, { plain: [`more than ${mark(count)} ${unit} ago`, `over ${mark(count)} ${unit} ago`], terse: [`> ${mark(count)} ${unit} ago`, `over ${mark(count)} ${unit} ago`], polite: [`over ${mark(count)} ${unit} ago`, `more than ${mark(count)} ${unit} ago`] }) };
};

const nextDays: DrawSpan = ({ random }) => {
  const [unit, count] = random.pick([['day', 3], ['day', 5], ['day', 7], ['day', 10], ['day', 14], ['day', 30], ['day', 60], ['day', 90], ['week', 2], ['week', 3], ['week', 4], ['month', 2], ['month', 3], ['month', 6]] as const);
  return { sql: (name) => `${name} >= CURRENT_DATE AND ${name} < CURRENT_DATE + INTERVAL '${count} ${unit}s'`, say: (speaker) => say(speaker, { plain: [`in the next ${mark(count)} ${unit}s`, `over the next ${mark(count)} ${unit}s`], terse: [`next ${mark(count)} ${unit}s`, `within ${mark(count)} ${unit}s`], polite: [`within the next ${mark(count)} ${unit}s`, `in the coming ${mark(count)} ${unit}s`] }) };
};
