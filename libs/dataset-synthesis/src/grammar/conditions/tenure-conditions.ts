import type { Draw } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { momentWords } from '../lexicon/moment-words.ts';
import { mark, say, type Wordings } from '../style/speaker.ts';
import type { ConditionMaker, ConditionWords } from '../things.ts';
import { entering } from './moment-conditions.ts';

const employing = /^(hired|recruited|employed)$/;
const beginning = /^(opened|founded|built|established)$/;
const getting = /^(acquired|purchased|bought|manufactured|made|released|published|installed|added)$/;

/**
 * How long something has been there, told from the moment when it began: members of more than five years, branches older than thirty, tickets older than
 * two weeks.
 */
export function tenureConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const words = momentWords(table, column);
  if (words.mayBeFuture || words.kind === 'noun' || words.kind === 'state') return [];
  const begun = tenureOf(table, words.word, words.isCreation);
  if (begun === undefined) return [];
  const about = `${table.name}.${column.name}`;
  const maker = (kind: string, sign: '<' | '>', wordings: Tenure['longer']): ConditionMaker => ({
    name: `${about} ${kind}`, about,
    make: (draw) => {
      const { count, unit } = begun.draw(draw);
      const units = count === 1 ? unit : `${unit}s`;
      const span = `${mark(count)} ${units}`;
      return { about, sql: (q) => `${q}${column.sql} ${sign} CURRENT_DATE - INTERVAL '${count} ${units}'`, say: (speaker) => asWords(say(speaker, wordings(span, span.replace('years', 'yrs')))) };
    },
  });
  return [maker('longer', '<', begun.longer), maker('shorter', '>', begun.shorter)];
}

interface Tenure {
  readonly draw: (draw: Draw) => { readonly count: number; readonly unit: 'day' | 'week' | 'month' | 'year' };
  /** Each begins with its verb. */
  readonly longer: (span: string, short: string) => Wordings;
  readonly shorter: (span: string, short: string) => Wordings;
}

const years = (least: number, most: number): Tenure['draw'] => ({ random }) => ({ count: random.integer(least, most), unit: 'year' });

/** What people say of those who have been here for long: they are with us, or work for us. */
function ofPeople(place: readonly string[]): Tenure {
  const ways = (sizes: readonly string[], span: string): string[] => place.flatMap((words) => sizes.map((size) => `have ${words} for ${size} ${span}`));
  return {
    draw: years(1, 15),
    longer: (span, short) => ({ plain: ways(['more than', 'over'], span), terse: ways(['over', '>'], short), polite: ways(['more than', 'longer than'], span) }),
    shorter: (span, short) => ({ plain: ways(['less than', 'under'], span), terse: ways(['under', '<'], short), polite: ways(['less than'], span) }),
  };
}

function ofThings(draw: Tenure['draw']): Tenure {
  return {
    draw,
    longer: (span, short) => ({ plain: [`are older than ${span}`, `are more than ${span} old`, `are over ${span} old`], terse: [`are older than ${short}`, `are > ${short} old`, `are over ${short} old`], polite: [`are older than ${span}`, `are more than ${span} old`] }),
    shorter: (span, short) => ({ plain: [`are less than ${span} old`, `are newer than ${span}`, `are not yet ${span} old`], terse: [`are < ${short} old`, `are under ${short} old`], polite: [`are less than ${span} old`, `are not older than ${span}`] }),
  };
}

function tenureOf({ isPerson }: TableEntry, word: string, isCreation: boolean): Tenure | undefined {
  if (isPerson) return employing.test(word) ? ofPeople(['worked here', 'been here', 'worked for us', 'been with us', 'been employed']) : entering.test(word) || word === 'started' || isCreation ? ofPeople(['been with us', 'been here', 'been registered']) : undefined;
  if (beginning.test(word)) return ofThings(years(2, 50));
  if (isCreation) return ofThings(({ random }) => random.pick([{ count: 7, unit: 'day' }, { count: 10, unit: 'day' }, { count: 14, unit: 'day' }, { count: 30, unit: 'day' }, { count: 60, unit: 'day' }, { count: 90, unit: 'day' }, { count: 2, unit: 'week' }, { count: 3, unit: 'month' }, { count: 6, unit: 'month' }, { count: 1, unit: 'year' }, { count: 2, unit: 'year' }]));
  return getting.test(word) ? ofThings(years(1, 12)) : undefined;
}

/** `are older than 30 years`; after the things `older than 30 years`. */
function asWords(verb: string): ConditionWords {
  return verb.startsWith('are ') ? { verb, after: verb.slice('are '.length) } : { verb };
}
