import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { withArticle } from '../english/inflect.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { drawConditions, sayColumn, type ConditionMaker, type ConditionWords } from '../things.ts';
import { columnConditions } from './column-conditions.ts';

const simple = / (=|true|missing|>|<|older|younger|first name|contains)$/;

/** Conditions of which one is enough, and those on two columns that may both be empty. */
export function eitherConditions(table: TableEntry): ConditionMaker[] {
  const about = `${table.name} either`;
  const makers = columnConditions(table).filter(({ name }) => simple.test(name));
  const reach = table.columns.filter(({ role, nullable }) => nullable && (role === 'email' || role === 'phone'));
  const [first, second] = [reach.find(({ role }) => role === 'email'), reach.find(({ role }) => role === 'phone')];
  const one: ConditionMaker = {
    name: `${about} one`, about, salience: 0.2,
    make: (draw) => {
      const [a, b] = drawConditions(draw, makers, 2);
      if (a === undefined || b === undefined) return undefined;
      return { about, tables: [...(a.tables ?? []), ...(b.tables ?? [])], sql: (q) => `(${a.sql(q)} OR ${b.sql(q)})`, say: (speaker) => sayEither(speaker, a.say(speaker), b.say(speaker)) };
    },
  };
  return [...(new Set(makers.map((maker) => maker.about)).size < 2 ? [] : [one]), ...(first === undefined || second === undefined ? [] : reachMakers(table, first, second))];
}

function sayEither(speaker: Speaker, a: ConditionWords, b: ConditionWords): ConditionWords {
  return { verb: `${speaker.register === 'polite' && speaker.random.chance(0.5) ? 'either ' : ''}${a.verb} or ${b.verb}` };
}

function reachMakers(table: TableEntry, a: ColumnEntry, b: ColumnEntry): ConditionMaker[] {
  const about = `${table.name} reach`;
  const maker = (kind: string, sql: (q: string) => string, words: (first: string, second: string, speaker: Speaker) => ConditionWords): ConditionMaker => ({
    name: `${about} ${kind}`, about, salience: 0.8, weight: kind === 'neither' ? 2 : 1,
    make: () => ({ about, sql, say: (speaker) => words(sayColumn(speaker, a), sayColumn(speaker, b), speaker) }),
  });
  return [
    maker('neither', (q) => `${q}${a.sql} IS NULL AND ${q}${b.sql} IS NULL`, (x, y, speaker) => ({ verb: say(speaker, { plain: [`have neither ${withArticle(x)} nor ${withArticle(y)}`, `have no ${x} and no ${y}`], terse: [`have no ${x} and no ${y}`], polite: [`have neither ${withArticle(x)} nor ${withArticle(y)}`] }), after: say(speaker, { plain: [`with neither ${x} nor ${y}`], terse: [`no ${x} and no ${y}`, `without ${x} and ${y}`], polite: [`without ${withArticle(x)} and without ${withArticle(y)}`] }) })),
    maker('any', (q) => `(${q}${a.sql} IS NOT NULL OR ${q}${b.sql} IS NOT NULL)`, (x, y) => ({ verb: `have ${withArticle(x)} or ${withArticle(y)}`, after: `with ${withArticle(x)} or ${withArticle(y)}` })),
    maker('both', (q) => `${q}${a.sql} IS NOT NULL AND ${q}${b.sql} IS NOT NULL`, (x, y) => ({ verb: `have both ${withArticle(x)} and ${withArticle(y)}`, after: `with both ${withArticle(x)} and ${withArticle(y)}` })),
    maker('one missing', (q) => `(${q}${a.sql} IS NULL OR ${q}${b.sql} IS NULL)`, (x, y) => ({ verb: `have no ${x} or no ${y}`, after: `with no ${x} or no ${y}` })),
  ];
}
