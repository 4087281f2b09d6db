import { joinWords, withArticle } from './english/inflect.ts';
import { leastUsed, countUse, type Draw } from './draw.ts';
import type { ColumnEntry, TableEntry, TableName } from './lexicon/lexicon-types.ts';
import { say, type Speaker } from './style/speaker.ts';

/** How a condition is said of several things: `who joined in 2023`. */
export interface ConditionWords {
  /** After "which members": `joined in 2023`. */
  readonly verb: string;
  /** After "the members", where that needs no "that": `with a phone number`. */
  readonly after?: string;
  /** Before "members": `active`. */
  readonly before?: string;
  /** What stands after "members" along with `before`: `new members` `this month`. */
  readonly trailing?: string;
  /** In place of "members": `students`. */
  readonly noun?: TableName;
}

/** A condition on the rows of one table. */
export interface Condition {
  /** What it is about, such as `member.joined_at`; no two conditions of a set are about the same. */
  readonly about: string;
  /** @param qualifier empty, or the table's alias with its dot */
  readonly sql: (qualifier: string) => string;
  readonly say: (speaker: Speaker) => ConditionWords;
  /** Tables that the SQL reads beside its own. */
  readonly tables?: readonly TableEntry[];
  /** It asks for a child that meets a condition. */
  readonly isOfChild?: boolean;
  /** The SQL refers to its table from within a subquery, so the table needs an alias. */
  readonly needsAlias?: boolean;
}

/** The rows of a table that meet conditions. */
export interface Things {
  readonly table: TableEntry;
  readonly conditions: readonly Condition[];
  /** The statement refers to the table from within a subquery outside of these conditions. */
  readonly isAliased?: boolean;
}

function aliased({ conditions, isAliased }: Things): boolean {
  return isAliased === true || conditions.some(({ needsAlias }) => needsAlias === true);
}

/** A column of the things, as SQL. */
export function columnOf(things: Things, column: ColumnEntry): string {
  return `${qualifierOf(things)}${column.sql}`;
}

export function qualifierOf(things: Things): string {
  return aliased(things) ? `${things.table.alias}.` : '';
}

/** `FROM member WHERE …`, with further conditions after those of the things. */
export function fromThings(things: Things, more: readonly string[] = []): string {
  const isAliased = aliased(things);
  const where = [...conditionsSql(things), ...more];
  return `FROM ${things.table.sql}${isAliased ? ` ${things.table.alias}` : ''}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
}

/** @param qualifier the table's alias with its dot, or empty */
export function conditionsSql(things: Things, qualifier = qualifierOf(things)): string[] {
  return things.conditions.map(({ sql }) => sql(qualifier));
}

export function tablesOf(things: Things): TableEntry[] {
  return [things.table, ...things.conditions.flatMap(({ tables }) => tables ?? [])];
}

/** What a list of the things shows: what names them, else all columns. */
export function shownSql(things: Things): string {
  return things.table.naming.length === 0 ? '*' : things.table.naming.map((column) => columnOf(things, column)).join(', ');
}

/** Whether people know the rows by a name, not by a number, a code or a street alone. */
export function isKnownByName({ naming }: TableEntry): boolean {
  return naming.some(({ role }) => /ame$/.test(role));
}

/** A word for rows of the table. */
export function sayTable(speaker: Speaker, table: TableEntry, number: 'singular' | 'plural'): string {
  const synonyms = table.synonyms.map((name) => name[number]);
  const chance = speaker.register === 'polite' ? 0.4 : 0.2;
  if (table.isMain && number === 'plural' && speaker.random.chance(0.06)) return 'people';
  return synonyms.length > 0 && speaker.random.chance(chance) ? speaker.random.pick(synonyms) : table[number];
}

export function sayColumn(speaker: Speaker, { names }: ColumnEntry): string {
  const [plain, ...others] = names;
  const chance = speaker.register === 'polite' ? 0.4 : 0.22;
  return others.length > 0 && speaker.random.chance(chance) ? speaker.random.pick(others) : plain;
}

/** `active members with a phone number who joined in 2023`. */
export function sayThings(speaker: Speaker, things: Things, number: 'singular' | 'plural' = 'plural'): string {
  const words = things.conditions.map((condition) => condition.say(speaker));
  return describe(sayTable(speaker, things.table, number), words, things.table.isPerson ? 'who' : 'that', number);
}

function describe(noun: string, words: readonly ConditionWords[], pronoun: string, number: 'singular' | 'plural'): string {
  const named = words.find((word) => word.noun !== undefined);
  if (named?.noun !== undefined) return describe(named.noun[number], words.filter((word) => word !== named), pronoun, number);
  const adjectives = words.filter((word) => word.before !== undefined);
  // "Open urgent tasks", but "new members this month" takes no second one.
  const before = adjectives.some(({ trailing }) => trailing !== undefined) ? adjectives.slice(0, 1) : adjectives.slice(0, 2);
  const rest = words.filter((word) => !before.includes(word));
  const trailing = before.flatMap((word) => word.trailing ?? []);
  const prepositional = rest.flatMap(({ after }) => after ?? []).map((after) => (pronoun === 'who' ? after.replace(/^for which/, 'for whom').replace(/^that /, 'who ') : after));
  const verbs = rest.filter(({ after }) => after === undefined).map(({ verb }) => (number === 'singular' ? thirdPerson(verb) : verb));
  const clauses = verbs.length === 0 ? [] : [`${pronoun} ${verbs.join(' and ')}`];
  return [...before.map((word) => word.before), noun, ...trailing, [...prepositional, ...clauses].join(' and ')].filter((part) => part !== '').join(' ');
}

/** `have been` of one thing is `has been`. */
export function thirdPerson(verb: string): string {
  const [first = '', ...rest] = verb.split(' ');
  const forms: Readonly<Record<string, string>> = { have: 'has', are: 'is', were: 'was', do: 'does', go: 'goes' };
  const regular = /^(live|expire|belong_|belong|cost|come|accept|start|end|contain|lack|work|earn|reside|carry|need|require|own)$/.test(first) ? `${first}s` : first;
  return [forms[first] ?? regular, ...rest].join(' ');
}

/** `are active and joined in 2023`, of several things; nothing where there is no condition. */
export function sayVerbs(speaker: Speaker, things: Things): string | undefined {
  return things.conditions.length === 0 ? undefined : joinWords(things.conditions.map((condition) => condition.say(speaker).verb));
}

/** `is active and joined in 2023`, of one. */
export function sayVerbsOfOne(speaker: Speaker, things: Things): string {
  return joinWords(things.conditions.map((condition) => condition.say(speaker)).map(({ verb, noun }) => (noun === undefined ? thirdPerson(verb) : `is ${withArticle(noun.singular)}`)));
}

/** `phone numbers and dates`: several columns in one phrase. */
export function sayColumns(speaker: Speaker, columns: readonly ColumnEntry[]): string {
  return joinWords(columns.map((column) => sayColumn(speaker, column)), say(speaker, { plain: ['and'], terse: ['+', 'and', '&'], polite: ['and', 'as well as'] }));
}

/** Makes a condition, preferring what was used least so far. */
export interface ConditionMaker {
  /** Such as `member.joined_at year`. */
  readonly name: string;
  readonly about: string;
  /** How often it is drawn, against the others about the same; 1 if not given. */
  readonly weight?: number;
  /** How often people speak of what it is about, against all else; 1 if not given. */
  readonly salience?: number;
  readonly make: (draw: Draw) => Condition | undefined;
}

/** Draws conditions about different things; fewer where the makers have no more. */
export function drawConditions(draw: Draw, makers: readonly ConditionMaker[], count: number, exclude: readonly string[] = []): Condition[] {
  const drawn: Condition[] = [];
  const closed = new Set(exclude);
  for (let attempt = 0; attempt < count * 4 && drawn.length < count; attempt += 1) {
    const open = makers.filter(({ about }) => !closed.has(about));
    const subjects = new Map(open.map((maker) => [maker.about, maker.salience ?? 1]));
    const about = leastUsed(draw, [...subjects.keys()], (name) => `condition on ${name}`, (name) => subjects.get(name) ?? 1);
    const maker = leastUsed(draw, open.filter((candidate) => candidate.about === about), ({ name }) => name, ({ weight }) => weight ?? 1);
    if (maker === undefined || about === undefined) break;
    closed.add(about);
    countUse(draw, `condition on ${about}`);
    countUse(draw, maker.name);
    const condition = maker.make(draw);
    if (condition !== undefined) drawn.push(condition);
  }
  return drawn;
}
