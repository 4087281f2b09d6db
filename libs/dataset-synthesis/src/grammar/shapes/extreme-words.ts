import { isPlural } from '../english/inflect.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mainMoment, momentWords, type MomentWords } from '../lexicon/moment-words.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { sayColumn } from '../things.ts';

/** How the row with the largest or smallest value of a column is said. */
export interface ExtremeWords {
  /** Before the noun, after "the" or "the five": `most expensive`. */
  readonly before: string | undefined;
  /** After the noun: `with the highest rating`. */
  readonly after: string;
  /** After "which member": `has the highest rating`. */
  readonly verb: string;
}

type Pair = readonly [largest: string, smallest: string];

const adjectives: readonly (readonly [RegExp, Pair])[] = [
  [/\b(price|cost)$/, ['most expensive', 'cheapest']],
  [/^(salary|wage)$/, ['best paid', 'worst paid']],
  [/^(rating|score|stars)$/, ['best rated', 'worst rated']],
  [/\b(pages|page count|duration|length)/, ['longest', 'shortest']],
  [/\bweight/, ['heaviest', 'lightest']],
  [/\bheight/, ['tallest', 'shortest']],
  [/\b(population|capacity|floor area|area)\b/, ['largest', 'smallest']],
];

export function extremeWords(speaker: Speaker, table: TableEntry, column: ColumnEntry, isLargest: boolean): ExtremeWords {
  const pick = ([largest, smallest]: Pair): string => (isLargest ? largest : smallest);
  if (column.role === 'birth') return { before: pick(['youngest', 'oldest']), after: `who ${pick(['were born last', 'were born first'])}`, verb: pick(['is the youngest', 'is the oldest']) };
  if (column.role === 'moment') return momentExtreme(speaker, table, column, isLargest);
  const ofYear = column.role === 'year' && /\b(publication|published|release|released|founding|founded|foundation|model|construction|built|production)\b|^(year|model year|year of manufacture)$/.test(column.names[0]);
  if (ofYear && !table.isPerson && speaker.random.chance(0.5)) return { before: speaker.random.pick(isLargest ? ['newest', 'latest', 'most recent'] : ['oldest', 'oldest', 'earliest']), after: `with the ${pick(['latest', 'earliest'])} ${column.names[0]}`, verb: pick(['is the newest', 'is the oldest']) };
  const name = sayColumn(speaker, column);
  const degree = say(speaker, isLargest ? { plain: ['highest'], terse: ['highest', 'max'], polite: ['highest', 'greatest'] } : { plain: ['lowest'], terse: ['lowest', 'min'], polite: ['lowest', 'smallest'] });
  const phrase = column.role === 'year' ? `the ${pick(['latest', 'earliest'])} ${name}` : isPlural(name) ? `the ${pick(['most', 'fewest'])} ${name}` : `the ${degree} ${name}`;
  const adjective = adjectives.find(([pattern]) => pattern.test(column.names[0]))?.[1];
  return { before: adjective === undefined ? undefined : pick(adjective), after: `with ${phrase}`, verb: `has ${phrase}` };
}

function momentExtreme(speaker: Speaker, table: TableEntry, column: ColumnEntry, isLargest: boolean): ExtremeWords {
  const words = momentWords(table, column);
  const adverb = say(speaker, isLargest ? { plain: ['most recently', 'last'], terse: ['last', 'most recently'], polite: ['most recently'] } : { plain: ['first', 'earliest'], terse: ['first', 'earliest'], polite: ['first', 'earliest'] });
  const extreme = isLargest ? (words.mayBeFuture ? 'latest' : 'most recent') : 'earliest';
  if (mainMoment(table) === column && !words.mayBeFuture && speaker.random.chance(0.45)) return sayAge(speaker, table, words, extreme, isLargest);
  if (words.kind === 'passive') return { before: adverb === 'earliest' || adverb === 'first' || adverb === 'last' ? undefined : `${adverb} ${words.word}`, after: `with the ${extreme} ${words.noun}`, verb: `was ${words.word} ${adverb}` };
  if (words.kind === 'active') return { before: undefined, after: `with the ${extreme} ${words.noun}`, verb: `${words.word} ${adverb}` };
  return { before: undefined, after: `with the ${extreme} ${words.noun}`, verb: `has the ${extreme} ${words.noun}` };
}

const hiring = /^(hired|joined|started|employed|recruited|signed up|registered|enrolled|created|added)$/;

/** `the newest member`, `the oldest branch`, `the latest order`: of the moment at which a thing began. */
function sayAge(speaker: Speaker, { isPerson, isMain }: TableEntry, words: MomentWords, extreme: string, isLargest: boolean): ExtremeWords {
  const after = `with the ${extreme} ${words.noun}`;
  if (!isPerson) return { before: speaker.random.pick(isLargest ? ['newest', 'latest', 'most recent'] : ['oldest', 'earliest', 'very first']), after, verb: isLargest ? 'is the newest' : 'is the oldest' };
  if (!hiring.test(words.word)) return { before: undefined, after, verb: `has the ${extreme} ${words.noun}` };
  if (isLargest) return { before: speaker.random.pick(['newest', 'latest']), after, verb: 'is the newest' };
  return { before: isMain ? 'longest-standing' : speaker.random.pick(['longest-serving', 'most senior']), after: speaker.random.pick(['who has been with us the longest', 'who has been here longest']), verb: speaker.random.pick(['has been with us the longest', 'has been here longest', 'has been around the longest']) };
}
