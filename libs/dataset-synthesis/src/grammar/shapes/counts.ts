import { sayTable, sayThings, sayVerbs, tablesOf, fromThings, type Things } from '../things.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { conditionCells } from './condition-cells.ts';
import { drawThings } from './draw-things.ts';
import { askedTables, type Ask, type Shape } from './shape.ts';

/** How many rows meet no, one, two or three conditions. */
export const counts: Shape = {
  name: 'count', topic: 'counts', weight: 48,
  cells: (lexicon) => conditionCells(lexicon, { bare: 0.2, one: 0.58, two: 0.22 }, (_, things) => {
    // Counted by the key of the child: the shape "parents counted".
    if (things.conditions.length === 1 && things.conditions[0]?.isOfChild === true) return undefined;
    return { sql: `SELECT COUNT(*) ${fromThings(things)}`, tables: tablesOf(things), ask: (speaker) => askHowMany(speaker, things) };
  }),
};

/** Whether there is any row that meets the conditions. */
export const existence: Shape = {
  name: 'exists', topic: 'yes or no', weight: 2,
  cells: (lexicon) => askedTables(lexicon).map((table) => ({
    name: table.name,
    write: (draw) => {
      const things = drawThings(draw, table, draw.random.chance(0.8) ? 1 : 2);
      if (things.conditions.length === 0) return undefined;
      return { sql: `SELECT EXISTS (SELECT 1 ${fromThings(things)})`, tables: tablesOf(things), ask: (speaker) => askWhether(speaker, things) };
    },
  })),
};

export function askHowMany(speaker: Speaker, things: Things): Ask {
  const phrase = sayThings(speaker, things);
  const verbs = sayVerbs(speaker, things);
  const noun = sayTable(speaker, things.table, 'plural');
  // "Total fines" may be their sum.
  const hasSum = things.table.columns.some(({ role }) => role === 'amount');
  return {
    isList: false,
    what: [`the number of ${phrase}`, ...(verbs === undefined ? [`the total number of ${phrase}`] : [`the count of ${phrase}`])],
    question: [`How many ${phrase} are there?`, `How many ${phrase} do we have?`, `How many ${phrase}?`, ...(verbs === undefined ? [`How many ${phrase} are in the database?`, `How many ${phrase} are there in total?`, `How many ${phrase} are there altogether?`, `How many ${phrase} have we got?`] : []), ...(verbs === undefined ? [] : [`How many ${noun} ${verbs}?`, `How many ${noun} ${verbs}?`])],
    clause: [`how many ${phrase} there are`, `how many ${phrase} we have`, ...(verbs === undefined ? [] : [`how many ${noun} ${verbs}`])],
    short: [`how many ${phrase}`, `how many ${phrase}`, `${phrase} count`, `number of ${phrase}`, `count ${phrase}`, `count of ${phrase}`, `${phrase} how many`, ...(hasSum ? [] : [`total ${phrase}`])],
  };
}

function askWhether(speaker: Speaker, things: Things): Ask {
  const phrase = sayThings(speaker, things);
  return {
    isList: false,
    question: [`Are there any ${phrase}?`, `Do we have any ${phrase}?`, say(speaker, { plain: [`Is there at least one ${sayThings(speaker, things, 'singular')}?`], terse: [`any ${phrase}?`], polite: [`Would there be any ${phrase}?`] })],
    clause: [`whether there are any ${phrase}`, `if we have any ${phrase}`],
    short: [`any ${phrase}`, `are there ${phrase}`, `any ${phrase} y/n`],
  };
}
