import type { QueryResult, Value } from '@sqlwright/database';

const longest = 600;
const numberWords: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, dozen: 12, hundred: 100, thousand: 1000, million: 1e6, half: 0.5, twice: 2, double: 2 };
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
/** Words that begin a sentence without naming anything. */
const openings = new Set(
  `the there these those this that they it its in on of at by for from to with and or but no none not nobody all both each every only most some a an as yes here
  you we our i their his her when while among between since total overall altogether currently`.split(/\s+/),
);

/**
 * Whether every number, date and name of a sentence occurs in the rows (numbers may be rounded), the question or the names of the columns. What cannot
 * be told to be harmless makes it false: a plain template stands in then.
 */
export function checkSentence(sentence: string, question: string, { columns, rows }: Pick<QueryResult, 'columns' | 'rows'>): boolean {
  if (sentence.trim() === '' || sentence.length > longest || /[<>{}[\]`|\\]|https?:|www\./i.test(sentence)) return false;
  const values = rows.flat().filter((value) => value !== null);
  const plain = [rows.length, ...values.filter((value) => !isDate(value)).flatMap(numbersOf), ...numbersOf(question)];
  const numbers = [...plain, ...values.filter(isDate).flatMap(yearAndDay)];
  const words = new Set([...values, ...columns, question].flatMap((text) => wordsOf(String(text))));
  const rest = sentence.replace(/\d{4}-\d\d-\d\d/g, (day) => (values.some((value) => String(value).startsWith(day)) ? '' : day));
  return numbersOf(rest).every((number) => numbers.some((known) => isRounding(number, known))) && namesOf(rest).every((name) => words.has(name) || isMonthOf(name, values)) && wordsOf(rest).every((word) => isKnownNumberWord(word, plain, words));
}

function isDate(value: Value): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value);
}

/** The month is written as a word; as a number it would stand for any 3. */
function yearAndDay(date: string): number[] {
  return [Number(date.slice(0, 4)), Number(date.slice(8, 10))];
}

function numbersOf(value: Value): number[] {
  if (typeof value === 'number') return [value];
  return [...String(value).matchAll(/\d+(?:[,' \u00a0\u202f]\d{3})*(?:\.\d+)?/g)].map(([text]) => Number(text.replace(/[,' \u00a0\u202f]/g, '')));
}

/** 33.3 is a rounding of 33.3333, and 33 too; 30 is none. */
function isRounding(written: number, known: number): boolean {
  const decimals = /\.(\d+)/.exec(String(written))?.[1]?.length ?? 0;
  return Math.abs(written - Math.abs(known)) <= 0.5 * 10 ** -decimals && (Math.abs(known) >= 1 || written === Number(Math.abs(known).toFixed(decimals)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Capitalized words, and at the beginning of a sentence those that are no plain opening; quoted texts word by word. */
function namesOf(sentence: string): string[] {
  const quoted = [...sentence.matchAll(/["“„«]([^"”“»]*)["”“»]/g)].flatMap(([, text]) => wordsOf(text ?? ''));
  const capitalized = [...sentence.matchAll(/\p{Lu}[\p{L}\p{N}]*/gu)].flatMap(({ 0: word, index }) => {
    const begins = /(^|[.!?:]\s+)$/.test(sentence.slice(0, index));
    return begins && openings.has(word.toLowerCase()) ? [] : [word.toLowerCase()];
  });
  return [...quoted, ...capitalized.filter((name) => name !== 'i')];
}

function isMonthOf(name: string, values: readonly Value[]): boolean {
  const month = months.indexOf(name) + 1;
  return month > 0 && values.some((value) => typeof value === 'string' && value.startsWith(`-${String(month).padStart(2, '0')}-`, 4));
}

function isKnownNumberWord(word: string, numbers: readonly number[], words: ReadonlySet<string>): boolean {
  const number = Object.hasOwn(numberWords, word) ? numberWords[word] : undefined;
  return number === undefined || words.has(word) || numbers.includes(number);
}
