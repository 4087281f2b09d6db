import { readFileSync } from 'node:fs';

/**
 * A question that somebody asked of one database, in one to three wordings, and its SQL, with places in braces for what other databases call otherwise.
 *
 * Of people. In questions: `{people}`, `{person}`; `{category}`, `{categories}`; `{city 1}` for a value of a column.
 * In the SQL: `{people}` the table; `{birth}`, `{created}`, `{email}`, … its columns by what they mean; `{names}` what names a person, `{name order}` the order by it, `{named 'Ali Hassan'}`, `{first name 'Anna'}`
 * and `{last name 'Cruz'}` conditions on it, `{name}` the name where it is a single column; `{gender Male}` and `{city 1 Boston}` values.
 *
 * Of things. In questions: `{things}`, `{thing}`; `{category}`, `{category 2}`, `{column}` and their plurals `{categories}`, `{categories 2}`, `{columns}`; `{done}` for what happened at the moment, such as `borrowed`.
 * In the SQL: `{things}` the table; `{moment}`, `{key}`, `{category}`, `{category 2}`, `{column}` its columns; `{names}` what names a thing.
 *
 * Of parents and their children. In questions: `{parents}`, `{parent}`, `{children}`, `{child}`, `{done}`. In the SQL: `{parents}` and `{children}` the tables, `{p}` and `{c}` their aliases, `{key}` the parent's key and `{owner}`
 * the column that refers to it, `{child key}`, `{moment}` of the child, `{names}` and `{p names}` of the parent, and the conditions on names as of people.
 */
export interface Phrase {
  readonly questions: readonly string[];
  readonly sql: string;
}

/** The phrases that come with this library. */
export interface Phrasebook {
  readonly people: readonly Phrase[];
  readonly things: readonly Phrase[];
  readonly relations: readonly Phrase[];
}

export const phrasebookFolder = new URL('../../phrasebook/', import.meta.url);

/** Reads `phrasebook/`, a file for each kind of phrases. */
export function readPhrasebook(): Phrasebook {
  return { people: readPhrases('people.jsonl'), things: readPhrases('things.jsonl'), relations: readPhrases('relations.jsonl') };
}

function readPhrases(name: string): Phrase[] {
  const text = readFileSync(new URL(name, phrasebookFolder), 'utf8');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Phrase);
}

/** One phrase a line. */
export function writePhrases(phrases: readonly Phrase[]): string {
  return phrases.map((phrase) => `${JSON.stringify(phrase)}\n`).join('');
}
