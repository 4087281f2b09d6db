import { columnConditions } from '../conditions/column-conditions.ts';
import type { Draw } from '../draw.ts';
import type { Speaker } from '../style/speaker.ts';
import { drawConditions, sayTable } from '../things.ts';
import { cellsBelow, type Below } from './below.ts';
import { sharedOften, shareOf } from './percentages.ts';
import type { Ask, Draft, Shape } from './shape.ts';

/** Within what lies below each, over one key or several, the percentage that meets a condition: the drop-out rate of each course. */
export const parentPercentages: Shape = {
  name: 'parent percentage', topic: 'percentages', weight: 1,
  cells: (lexicon) => cellsBelow(lexicon, write),
};

function write(draw: Draw, below: Below): Draft | undefined {
  const { low, top, names, group } = below;
  const things = { table: low, conditions: [] };
  const join = below.join(things);
  const [condition] = drawConditions(draw, columnConditions(low).filter(({ name }) => sharedOften.test(name)), 1);
  if (condition === undefined) return undefined;
  const share = shareOf(condition.sql(`${low.alias}.`));
  const isTop = draw.random.chance(0.35);
  const isMost = draw.random.chance(0.8);
  const ask = (speaker: Speaker): Ask => {
    const [words, one, all] = [condition.say(speaker), sayTable(speaker, top, 'singular'), sayTable(speaker, low, 'plural')];
    const such = words.before === undefined || words.trailing !== undefined ? `${all} ${words.after ?? `${low.isPerson ? 'who' : 'that'} ${words.verb}`}` : `${words.before} ${all}`;
    if (isTop) {
      const most = `the ${isMost ? 'highest' : 'lowest'}`;
      return { isList: false, isPerson: top.isPerson, what: [`the ${one} with ${most} percentage of ${such}`, `the ${one} with ${most} share of ${such}`], question: [`Which ${one} has ${most} percentage of ${such}?`, `Which ${one} has ${most} share of ${such}?`], clause: [`which ${one} has ${most} share of ${such}`], short: [`${one} with ${most.slice(4)} % of ${such}`, `${most.slice(4)} share of ${such} by ${one}`] };
    }
    return { isList: true, what: [`the percentage of ${such} per ${one}`, `for each ${one} the percentage of ${all} that ${words.verb}`, `the share of ${such} of each ${one}, in percent`], question: [`What percentage of ${all} ${words.verb}, for each ${one}?`, `What percentage of each ${one}'s ${all} ${words.verb}?`], short: [`% of ${such} per ${one}`, `% ${such} by ${one}`, `share of ${such} per ${one} in percent`] };
  };
  return { sql: isTop ? `SELECT ${names} ${join} GROUP BY ${group} ORDER BY 100.0 * COUNT(*) FILTER (WHERE ${condition.sql(`${low.alias}.`)}) / COUNT(*)${isMost ? ' DESC' : ''} FETCH FIRST 1 ROW WITH TIES` : `SELECT ${names}, ${share} ${join} GROUP BY ${group}`, tables: [...below.tables(things), ...(condition.tables ?? [])], ask };
}
