import { pluralOf } from '../english/inflect.ts';
import { sayComparison } from '../english/say-number.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { columnOf, fromThings, sayColumn, sayThings, tablesOf } from '../things.ts';
import { drawNumber } from '../values/draw-value.ts';
import { withThreshold } from './child-figures.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { drawFigure, sayPer } from './groups.ts';
import { askedTables, columnCells, grouped, type Ask, type Shape } from './shape.ts';

/** The group with the highest or lowest figure, and the groups whose figure lies above or below a number. */
export const groupTops: Shape = {
  name: 'group top', topic: 'groups', weight: 2,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const figure = drawFigure(draw, table, ['AVG', 'SUM']);
    if (figure === undefined) return undefined;
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.15), [column, figure.column]);
    const [group, value] = [columnOf(things, column), figure.sql(columnOf(things, figure.column))];
    const isMost = draw.random.chance(0.7);
    const number = draw.random.chance(0.35) && figure.column.role !== 'birth' ? drawNumber(draw, figure.column) : undefined;
    const sign = draw.random.pick(['>', '>', '<'] as const);
    const ask = (speaker: Speaker): Ask => {
      const [words, name] = [figure.say(speaker), sayColumn(speaker, column)];
      const of = things.conditions.length === 0 && speaker.random.chance(0.4) ? '' : ` of ${sayThings(speaker, things)}`;
      if (number !== undefined) {
        const [names, than] = [pluralOf(name), `${sayComparison(speaker, sign)} ${mark(number)}`];
        const tail = withThreshold(`${words}${of}`, than);
        return { isList: true, what: [`the ${names} with ${tail}`, `all ${names} with ${tail}`], question: [`Which ${names} have ${tail}?`], clause: [`which ${names} have ${tail}`], short: [`${names} with ${words}${of} ${than}`] };
      }
      const most = isMost ? 'highest' : 'lowest';
      return { isList: false, what: [`the ${name} with the ${most} ${words}${of}`], question: [`Which ${name} has the ${most} ${words}${of}?`], clause: [`which ${name} has the ${most} ${words}${of}`], short: [`${name} with ${most} ${words}${of}`] };
    };
    const end = number === undefined ? `ORDER BY ${value}${isMost ? ' DESC NULLS LAST' : ''} FETCH FIRST 1 ROW WITH TIES` : `HAVING ${value} ${sign} ${number}`;
    return { sql: `SELECT ${group} ${fromThings(things)} GROUP BY ${group} ${end}`, tables: tablesOf(things), ask };
  }),
};

/** The number of rows of each group along with a figure of it. */
export const countsWithFigures: Shape = {
  name: 'count and figure', topic: 'groups', weight: 0.8,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const figure = drawFigure(draw, table);
    if (figure === undefined) return undefined;
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.2), [column, figure.column]);
    const group = columnOf(things, column);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, words, per] = [sayThings(speaker, things), figure.say(speaker), sayPer(speaker, sayColumn(speaker, column))];
      return { isList: true, what: [`the number of ${phrase} and the ${words} ${per}`, `how many ${phrase} there are and their ${words} ${per}`], question: [`How many ${phrase} are there ${per}, and what is their ${words}?`], short: [`${phrase} count + ${words} ${per}`, `number of ${phrase} and ${words} ${per}`, `${phrase} ${per}: number and ${words}`, `${phrase} ${per}, count and ${words}`] };
    };
    return { sql: `SELECT ${group}, COUNT(*), ${figure.sql(columnOf(things, figure.column))} ${fromThings(things)} GROUP BY ${group}`, tables: tablesOf(things), ask };
  }),
};

/** How many rows two tables have, side by side. */
export const twoTables: Shape = {
  name: 'two tables', topic: 'counts', weight: 0.4,
  cells: (lexicon) => askedTables(lexicon).filter(({ kind }) => kind === 'thing').flatMap((a, index, all) => all.slice(index + 1).map((b) => ({
    name: `${a.name} ${b.name}`,
    write: () => ({
      sql: `SELECT (SELECT COUNT(*) FROM ${a.sql}), (SELECT COUNT(*) FROM ${b.sql})`, tables: [a, b],
      ask: (): Ask => ({ isList: true, what: [`the number of ${a.plural} and the number of ${b.plural}`], question: [`How many ${a.plural} and how many ${b.plural} do we have?`, `How many ${a.plural} and ${b.plural} are there?`], clause: [`how many ${a.plural} and how many ${b.plural} we have`], short: [`number of ${a.plural} and ${b.plural}`, `how many ${a.plural}, how many ${b.plural}`] }),
    }),
  }))),
};
