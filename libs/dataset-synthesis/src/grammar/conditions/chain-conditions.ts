import type { Draw } from '../draw.ts';
import { withArticle } from '../english/inflect.ts';
import type { Chain } from '../lexicon/lexicon-types.ts';
import { childKeys, joinOn, parentKey } from '../relation-sql.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { conditionsSql, drawConditions, sayTable, sayThings, tablesOf, type Condition, type ConditionMaker, type Things } from '../things.ts';
import { columnConditions } from './column-conditions.ts';
import { sayNever } from './relation-conditions.ts';

/** Conditions on what lies two keys below a row: members with unpaid fines, books never borrowed. */
export function chainConditions(chain: Chain): ConditionMaker[] {
  const about = `${chain.upper.parent.name}<<${chain.lower.child.name}`;
  return [
    { name: `${about} some`, about, salience: 0.4, weight: 2, make: (draw) => someBelow(draw, chain, about) },
    { name: `${about} none`, about, salience: 0.4, weight: 3, make: () => noneBelow(chain, about) },
  ];
}

function someBelow(draw: Draw, { lower, upper }: Chain, about: string): Condition | undefined {
  const things: Things = { table: lower.child, conditions: draw.random.chance(0.35) ? [] : drawConditions(draw, columnConditions(lower.child), 1) };
  const where = conditionsSql(things, '');
  const inner = `SELECT ${childKeys(lower)} FROM ${lower.child.sql}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
  return {
    about, tables: [lower.parent, ...tablesOf(things)], isOfChild: true,
    sql: (q) => `${parentKey(upper, q)} IN (SELECT ${childKeys(upper)} FROM ${lower.parent.sql} WHERE ${parentKey(lower)} IN (${inner}))`,
    say: (speaker) => {
      const [one, several] = [withArticle(sayThings(speaker, things, 'singular')), sayThings(speaker, things)];
      return { verb: `have ${say(speaker, { plain: [one, several], terse: [several], polite: [`at least one ${sayThings(speaker, things, 'singular')}`, several] })}`, after: `with ${say(speaker, { plain: [one, several], terse: [several], polite: [several] })}` };
    },
  };
}

function noneBelow({ lower, upper }: Chain, about: string): Condition {
  const [low, mid, top] = [lower.child, lower.parent, upper.parent];
  return {
    about, needsAlias: true, tables: [low, mid],
    sql: (q) => `NOT EXISTS (SELECT 1 FROM ${mid.sql} ${mid.alias} JOIN ${low.sql} ${low.alias} ON ${joinOn(lower, `${low.alias}.`, `${mid.alias}.`)} WHERE ${joinOn(upper, `${mid.alias}.`, q === '' ? `${top.alias}.` : q)})`,
    say: (speaker) => (speaker.random.chance(0.6) ? sayNever(speaker, top, low) : undefined) ?? sayNone(speaker, low),
  };
}

function sayNone(speaker: Speaker, low: Chain['lower']['child']): { verb: string; after: string } {
  const plural = sayTable(speaker, low, 'plural');
  return { verb: say(speaker, { plain: [`have no ${plural}`], terse: [`have no ${plural}`], polite: [`have no ${plural} at all`] }), after: say(speaker, { plain: [`without any ${plural}`, `with no ${plural}`, `without ${plural}`], terse: [`no ${plural}`, `without ${plural}`], polite: [`without any ${plural}`] }) };
}
