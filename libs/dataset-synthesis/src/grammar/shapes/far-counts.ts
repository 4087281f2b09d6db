import { comparisonSigns, sayCountComparison, sayNumber } from '../english/say-number.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { sayTable, sayThings } from '../things.ts';
import { cellsBelow } from './below.ts';
import { askMost } from './ask-most.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import type { Ask, Shape } from './shape.ts';

/** How many rows three keys below each has, and which has the most: the reviews of each hotel. Over one and two keys other shapes ask that. */
export const farCounts: Shape = {
  name: 'far count', topic: 'per parent', weight: 0.7,
  cells: (lexicon) => cellsBelow(lexicon, (draw, below) => {
    const { top, low, names, group } = below;
    const isTop = draw.random.chance(0.5);
    const count = isTop && draw.random.chance(0.35) ? draw.random.pick([3, 5, 10]) : undefined;
    const things = drawOwnThings(draw, low, maybeOne(draw, 0.3));
    const ask = (speaker: Speaker): Ask => {
      const [phrase, one] = [sayThings(speaker, things), sayTable(speaker, top, 'singular')];
      if (isTop) return askMost(speaker, { top, low, phrase, count, isBare: things.conditions.length === 0 });
      return { isList: true, what: [`the number of ${phrase} per ${one}`, `the number of ${phrase} for each ${one}`], question: [`How many ${phrase} does each ${one} have?`, `How many ${phrase} are there per ${one}?`], clause: [`how many ${phrase} each ${one} has`], short: [`${phrase} per ${one}`, `${phrase} by ${one}`] };
    };
    const order = count === undefined ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`;
    return { sql: `SELECT ${names}${isTop ? '' : ', COUNT(*)'} ${below.join(things)} GROUP BY ${group}${isTop ? ` ORDER BY COUNT(*) DESC ${order}` : ''}`, tables: below.tables(things), ask };
  }, (_, keys) => keys > 2),
};

/** Those with more than n rows two or three keys below: hotels with more than three open tickets. */
export const farMany: Shape = {
  name: 'far many', topic: 'per parent', weight: 0.7,
  cells: (lexicon) => cellsBelow(lexicon, (draw, below) => {
    const { top, low, names, group } = below;
    const sign = draw.random.pick(comparisonSigns.filter((each) => /^(>|>=|=)$/.test(each)));
    const number = draw.random.integer(sign === '>' ? 1 : 2, 8);
    const things = drawOwnThings(draw, low, maybeOne(draw, 0.5));
    const ask = (speaker: Speaker): Ask => {
      const [all, phrase] = [sayTable(speaker, top, 'plural'), `${sayCountComparison(speaker, sign)} ${mark(sayNumber(speaker, number))} ${sayThings(speaker, things, number === 1 ? 'singular' : 'plural')}`];
      return { isList: true, what: [`the ${all} with ${phrase}`], question: [`Which ${all} have ${phrase}?`], clause: [`which ${all} have ${phrase}`], short: [`${all} with ${phrase}`] };
    };
    return { sql: `SELECT ${names} ${below.join(things)} GROUP BY ${group} HAVING COUNT(*) ${sign} ${number}`, tables: below.tables(things), ask };
  }, (_, keys) => keys > 1),
};
