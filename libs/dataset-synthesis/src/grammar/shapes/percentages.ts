import { allConditions } from '../conditions/all-conditions.ts';
import { columnConditions } from '../conditions/column-conditions.ts';
import type { Lexicon, TableEntry } from '../lexicon/lexicon-types.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { columnOf, drawConditions, fromThings, qualifierOf, sayColumn, sayThings, tablesOf, type ConditionMaker, type Things } from '../things.ts';
import { drawOwnThings, maybeOne } from './draw-things.ts';
import { sayPer } from './groups.ts';
import { askedOften, askedTables, columnCells, columnsOf, grouped, type Ask, type Shape } from './shape.ts';

/** Conditions that some row is sure to meet: of none there is no percentage. */
export const holdsOften = / (=|= again|true|false|undone)$/;

/** The percentage of rows that meet a condition, as SQL. */
export const shareOf = (filter: string): string => `ROUND(100.0 * COUNT(*) FILTER (WHERE ${filter}) / COUNT(*), 2)`;

/** What the percentage may be of: single numbers and days are asked for by nobody. */
function makersOf(lexicon: Lexicon, table: TableEntry): ConditionMaker[] {
  return allConditions(lexicon, table).filter(({ name }) => / (=|= again|in|true|false|missing|there|older|younger|year|this year|last year|last days|>|<|some|none|overdue|late|current|expired)$/.test(name));
}

/** The percentage of rows that meet a condition, of all or of those that meet another. */
export const percentages: Shape = {
  name: 'percentage', topic: 'percentages', weight: 6,
  cells: (lexicon) => askedTables(lexicon).flatMap((table) => makersOf(lexicon, table).map((maker) => ({
    name: `${table.name} ${maker.name}`,
    weight: askedOften(lexicon, table) * Math.sqrt((maker.weight ?? 1) * (maker.salience ?? 1)) * (holdsOften.test(maker.name) ? 1.5 : 1),
    write: (draw) => {
      const condition = maker.make(draw);
      if (condition === undefined) return undefined;
      const others = draw.random.chance(0.3) ? 1 : 0;
      const lasting = new Set(columnsOf(table, 'category', 'flag', 'city', 'state', 'country').map(({ name }) => `${table.name}.${name}`));
      const whole: Things = { table, conditions: drawConditions(draw, columnConditions(table).filter(({ name, about }) => holdsOften.test(name) && lasting.has(about)), others, [condition.about]), isAliased: condition.needsAlias === true };
      const ask = (speaker: Speaker): Ask => {
        const [phrase, words] = [sayThings(speaker, whole), condition.say(speaker)];
        const pronoun = table.isPerson ? 'who' : 'that';
        const those = words.after ?? `${pronoun} ${words.verb}`;
        return {
          isList: false, what: [`the percentage of ${phrase} ${pronoun} ${words.verb}`, `the share of ${phrase} ${pronoun} ${words.verb}, as a percentage`, `the proportion of ${phrase} ${those} in percent`, `the percentage of ${phrase} ${those}`],
          question: [`What percentage of ${phrase} ${words.verb}?`, `How many percent of ${phrase} ${words.verb}?`, `What share of ${phrase} ${words.verb}, in percent?`, `What proportion of the ${phrase} ${words.verb} (in %)?`, `What % of ${phrase} ${words.verb}?`],
          clause: [`what percentage of ${phrase} ${words.verb}`, `what share of ${phrase} ${words.verb}, in percent`],
          short: [`% of ${phrase} ${pronoun} ${words.verb}`, `percentage ${phrase} ${those}`, `% ${phrase} ${those}`, `share of ${phrase} ${those} in %`, `${phrase} ${those}, as a percentage`, `what % of ${phrase} ${words.verb}`, ...(words.before === undefined ? [] : [`% ${words.before} ${phrase}`, `share of ${words.before} ${phrase} in percent`])],
        };
      };
      return { sql: `SELECT ${shareOf(condition.sql(qualifierOf(whole)))} ${fromThings(whole)}`, tables: [...tablesOf(whole), ...(condition.tables ?? [])], ask };
    },
  }))),
};

/** Of what one asks the share within each group. */
export const sharedOften = / (=|true|false|missing|there|older|younger|year|this year|overdue|late)$/;

/** Within each group, the percentage that meets a condition. */
export const groupPercentages: Shape = {
  name: 'group percentage', topic: 'percentages', weight: 0.8,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const [condition] = drawConditions(draw, columnConditions(table).filter(({ name }) => sharedOften.test(name)), 1, [`${table.name}.${column.name}`]);
    if (condition === undefined) return undefined;
    const ask = (speaker: Speaker): Ask => {
      const [words, name] = [condition.say(speaker), sayColumn(speaker, column)];
      const relative = `${table.plural} ${table.isPerson ? 'who' : 'that'} ${words.verb}`;
      return { isList: true, what: [`the percentage of ${relative} ${sayPer(speaker, name)}`, `for each ${name} the percentage of ${relative}`], question: [`What percentage of the ${table.plural} ${words.verb}, for each ${name}?`], short: [`% of ${relative} by ${name}`, `per ${name}: % ${relative}`] };
    };
    return { sql: `SELECT ${column.sql}, ${shareOf(condition.sql(''))} FROM ${table.sql} GROUP BY ${column.sql}`, tables: [table], ask };
  }),
};

/** Each group's share of all rows. */
export const groupShares: Shape = {
  name: 'share', topic: 'percentages', weight: 1.5,
  cells: (lexicon) => columnCells(lexicon, grouped, (draw, table, column) => {
    const things = drawOwnThings(draw, table, maybeOne(draw, 0.5), [column]);
    const group = columnOf(things, column);
    const ask = (speaker: Speaker): Ask => {
      const [phrase, name] = [sayThings(speaker, things), sayColumn(speaker, column)];
      const of = say(speaker, { plain: [`all ${phrase}`], terse: [phrase], polite: [`all ${phrase}`] });
      return { isList: true, what: [`the share of ${of} that each ${name} has, in percent`, `each ${name}'s percentage of ${of}`], question: [`What percentage of ${of} does each ${name} make up?`, `What share of ${of} does each ${name} have, in percent?`], clause: [`what percentage of ${of} each ${name} makes up`], short: [`% of ${of} per ${name}`, `${name} shares of ${of} in %`] };
    };
    return { sql: `SELECT ${group}, ROUND(100.0 * COUNT(*) / SUM(COUNT(*)) OVER (), 2) ${fromThings(things)} GROUP BY ${group}`, tables: tablesOf(things), ask };
  }),
};
