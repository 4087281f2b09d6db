import type { Speaker } from '../style/speaker.ts';
import { sayTable, sayThings } from '../things.ts';
import { cellsBelow } from './below.ts';
import { askMost } from './chains.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import type { Ask, Shape } from './shape.ts';

/** How many rows three keys below each has, and which has the most: the reviews of each hotel. Over one and two keys other shapes ask that. */
export const farCounts: Shape = {
  name: 'far count', topic: 'per parent', weight: 0.8,
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
