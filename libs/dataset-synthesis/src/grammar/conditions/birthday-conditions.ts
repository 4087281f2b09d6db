import type { Draw } from '../draw.ts';
import { monthNames, ordinal } from '../english/say-date.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker, type Wordings } from '../style/speaker.ts';
import type { ConditionMaker, ConditionWords } from '../things.ts';

const part = (unit: string, column: string): string => `EXTRACT(${unit} FROM ${column})`;
const same = (unit: string, column: string, moment = 'CURRENT_DATE'): string => `${part(unit, column)} = ${part(unit, moment)}`;

/** Conditions on birthdays rather than births: this month, today, in May, who turns 50 this year. */
export function birthdayConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const about = `${table.name}.${column.name}`;
  const maker = (kind: string, draw: (draw: Draw) => readonly [sql: (name: string) => string, words: (speaker: Speaker) => ConditionWords]): ConditionMaker => ({
    name: `${about} ${kind}`, about,
    make: (drawer) => {
      const [sql, words] = draw(drawer);
      return { about, sql: (q) => sql(`${q}${column.sql}`), say: words };
    },
  });
  return [
    maker('birthday this month', () => [(name) => same('MONTH', name), (speaker) => having(speaker, { plain: ['this month'], terse: ['this month'], polite: ['this month', 'in the current month'] })]),
    maker('birthday next month', () => [(name) => same('MONTH', name, "CURRENT_DATE + INTERVAL '1 month'"), (speaker) => having(speaker, { plain: ['next month'], terse: ['next month'], polite: ['next month', 'in the coming month'] })]),
    maker('birthday today', () => [(name) => `${same('MONTH', name)} AND ${same('DAY', name)}`, (speaker) => having(speaker, { plain: ['today'], terse: ['today'], polite: ['today'] })]),
    maker('birthday in month', ({ random }) => {
      const month = random.integer(1, 12);
      const name = monthNames[month - 1] ?? '';
      return [(own) => `${part('MONTH', own)} = ${month}`, (speaker) => having(speaker, { plain: [`in ${name}`], terse: [`in ${name}`], polite: [`in ${name}`] })];
    }),
    maker('turns', ({ random }) => {
      const age = random.pick([18, 30, 40, 50, 60, 65, 70, random.integer(19, 80)]);
      return [(name) => `${part('YEAR', name)} = ${part('YEAR', 'CURRENT_DATE')} - ${age}`, (speaker) => ({ verb: say(speaker, { plain: [`turn ${mark(age)} this year`], terse: [`turn ${mark(age)} this year`], polite: [`will turn ${mark(age)} this year`, `celebrate their ${ordinal(age)} birthday this year`] }) })];
    }),
  ];
}

function having(speaker: Speaker, wordings: Wordings): ConditionWords {
  const when = say(speaker, wordings);
  return { verb: `have ${speaker.random.pick(['their birthday', 'a birthday'])} ${when}`, after: speaker.register === 'terse' ? speaker.random.pick([`birthday ${when}`, `with birthday ${when}`]) : `with a birthday ${when}` };
}
