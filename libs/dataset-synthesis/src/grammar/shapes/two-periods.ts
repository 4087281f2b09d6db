import { happenings } from '../conditions/moment-conditions.ts';
import { eventWords } from '../lexicon/event-words.ts';
import { mainMoment, momentWords } from '../lexicon/moment-words.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayThings, tablesOf, type Things } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { drawFigure } from './groups.ts';
import { columnCells, type Ask, type Shape } from './shape.ts';
import { askedVerb, sayHappening } from './time-series.ts';

/** This month beside the last one: how many there were, or what they add up to. */
export const twoPeriods: Shape = {
  name: 'two periods', topic: 'comparisons', weight: 1,
  cells: (lexicon) => columnCells(lexicon, ['moment'], (draw, table, column) => {
    const isMain = mainMoment(table) === column;
    const happens = happenings.test(table.singular) || eventWords(table) !== undefined;
    if (momentWords(table, column).mayBeFuture || (momentWords(table, column).kind === 'noun' && !isMain)) return undefined;
    const unit = draw.random.pick(['month', 'month', 'year', 'year', 'week', 'quarter'] as const);
    const figure = draw.random.chance(0.4) ? drawFigure(draw, table, ['SUM', 'SUM', 'AVG']) : undefined;
    const things: Things = drawOwnThings(draw, table, maybeOne(draw, 0.25), figure === undefined ? [column] : [column, figure.column]);
    const [name, start] = [columnOf(things, column), `DATE_TRUNC('${unit}', CURRENT_DATE)`];
    const value = figure === undefined ? 'COUNT(*)' : figure.sql(columnOf(things, figure.column));
    const [now, before] = [`${value} FILTER (WHERE ${name} >= ${start})`, `${value} FILTER (WHERE ${name} >= ${start} - INTERVAL '${unit === 'quarter' ? '3 months' : `1 ${unit}`}' AND ${name} < ${start})`];
    const kind = figure === undefined ? draw.random.pick(['both', 'both', 'more', 'difference'] as const) : 'both';
    const ask = (speaker: Speaker): Ask => {
      const words = momentWords(table, column);
      const [all, own] = [sayThings(speaker, things), sayHappening(speaker, things, column)];
      const phrase = isMain && (words.kind === 'noun' || (happens && speaker.random.chance(0.5))) ? all : isMain && table.isPerson && speaker.random.chance(0.4) ? `new ${all}` : own;
      const happened = words.kind === 'noun' ? `${all} were there` : askedVerb(speaker, things, column);
      const versus = say(speaker, { plain: ['compared to', 'compared with', 'versus', 'and'], terse: ['vs', 'vs.', 'versus', 'compared to'], polite: ['compared with', 'and', 'as compared to'] });
      const both = `this ${unit} ${versus} last ${unit}`;
      if (kind === 'more') return { isList: false, question: [`Were there more ${phrase} this ${unit} than last ${unit}?`, `Did we have more ${phrase} this ${unit} than last ${unit}?`], clause: [`whether there were more ${phrase} this ${unit} than last ${unit}`], short: [`more ${phrase} this ${unit} than last ${unit} y/n`, `more ${phrase} this ${unit} than last?`] };
      if (kind === 'difference') return { isList: false, what: [`the difference between the number of ${phrase} this ${unit} and last ${unit}`], question: [`How many more ${happened} this ${unit} than last ${unit}?`], clause: [`how many more ${phrase} there were this ${unit} than last ${unit}`], short: [`${phrase} this ${unit} minus last ${unit}`, `how many more ${phrase} this ${unit} than last`] };
      if (figure !== undefined) {
        const what = `${figure.say(speaker)} of ${phrase}`;
        return { isList: true, what: [`the ${what} ${both}`], question: [`What is the ${what} ${both}?`], short: [`${what} ${both}`] };
      }
      return { isList: true, what: [`the number of ${phrase} ${both}`], question: [`How many ${happened} ${both}?`], clause: [`how many ${happened.replace(/ were there$/, ' there were')} ${both}`], short: [`${phrase} ${both}`, `number of ${phrase} ${both}`] };
    };
    const select = kind === 'more' ? `${now} > ${before}` : kind === 'difference' ? `${now} - ${before}` : `${now}, ${before}`;
    return { sql: `SELECT ${select} ${fromThings(things)}`, tables: tablesOf(things), ask };
  }),
};
