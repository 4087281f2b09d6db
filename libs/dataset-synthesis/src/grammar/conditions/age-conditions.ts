import type { Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import type { ConditionMaker, ConditionWords } from '../things.ts';

/** The age in whole years of a column that holds a date of birth. */
export function ageOf(column: string): string {
  return `EXTRACT(YEAR FROM AGE(${column}))`;
}

/** Conditions on an age: older, younger, at least, exactly, between. */
export function ageConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const about = `${table.name}.${column.name}`;
  const maker = (kind: string, make: (draw: Draw) => readonly [string, (speaker: Speaker) => ConditionWords]): ConditionMaker => ({
    name: `${about} ${kind}`, about,
    make: (draw) => {
      const [comparison, words] = make(draw);
      return { about, sql: (q) => `${ageOf(`${q}${column.sql}`)} ${comparison}`, say: words };
    },
  });
  const age = ({ random }: Draw): number => random.integer(18, 80);
  const adjective = (comparison: string, wordings: (n: string) => Parameters<typeof say>[1]) => (draw: Draw) => {
    const years = age(draw);
    return [`${comparison} ${years}`, (speaker: Speaker) => {
      const words = say(speaker, wordings(mark(years)));
      return { verb: `are ${words.replace(/^aged /, '')}`, after: words };
    }] as const;
  };
  return [
    maker('older', adjective('>', (n) => ({ plain: [`older than ${n}`, `over ${n}`], terse: [`over ${n}`, `> ${n} yrs`, `older than ${n}`], polite: [`past the age of ${n}`, `older than ${n} years`] }))),
    maker('younger', adjective('<', (n) => ({ plain: [`younger than ${n}`, `under ${n}`], terse: [`under ${n}`, `< ${n} yrs`, `younger than ${n}`], polite: [`below the age of ${n}`, `younger than ${n} years`] }))),
    maker('at least', adjective('>=', (n) => ({ plain: [`at least ${n} years old`, `aged ${n} or older`], terse: [`${n}+ years`, `at least ${n} yrs old`], polite: [`at least ${n} years of age`, `${n} years of age or older`] }))),
    maker('exactly', adjective('=', (n) => ({ plain: [`exactly ${n} years old`, `aged ${n}`], terse: [`age ${n}`, `${n} yrs old`], polite: [`exactly ${n} years of age`] }))),
    maker('between', ({ random }) => {
      const low = random.integer(18, 60);
      const high = low + random.integer(4, 20);
      return [`BETWEEN ${low} AND ${high}`, (speaker) => {
        const words = say(speaker, { plain: [`between ${mark(low)} and ${mark(high)} years old`, `aged ${mark(low)} to ${mark(high)}`], terse: [`age ${mark(low)}-${mark(high)}`, `${mark(low)} to ${mark(high)} yrs old`], polite: [`between the ages of ${mark(low)} and ${mark(high)}`] });
        return { verb: `are ${words.replace(/^aged /, '')}`, after: words };
      }];
    }),
  ];
}
