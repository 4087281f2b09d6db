import type { DatabaseSchema } from '@sqlwright/schema';
import { splitName } from '../grammar/english/split-name.ts';
import { pluralOf, singularOf } from '../grammar/english/inflect.ts';
import type { RequestInput } from '../synthesize-input.ts';
import { scanTokens } from '../sql/syntax-tree.ts';
import type { ParsedReply } from './parse-teacher-reply.ts';

/** A schema under other names, and the way back. */
export interface Obfuscation {
  /** What the teacher is told instead: no name, comment, check, label, value or remark of the database is in it. */
  readonly input: RequestInput;
  /** Puts the names back into a reply. */
  readonly restore: (reply: ParsedReply) => Promise<ParsedReply>;
}

/**
 * Gives tables, columns, types and labels other names (`entity_1`, `entity_1_field_2`, `label_1_1`) before they leave, and restores them in what comes back: in the SQL,
 * in the tables named and, as people say them, in the questions. Comments, checks, defaults, views, remarks and values are left out.
 */
export function obfuscate(input: RequestInput): Obfuscation {
  const names = new Map<string, string>();
  const spoken = new Map<string, string>();
  const rename = (pseudonym: string, name: string): string => {
    names.set(pseudonym, name);
    spoken.set(pseudonym, splitName(name));
    return pseudonym;
  };
  const schema = renameSchema(input.schema, rename);
  const tables = input.schema.tables.filter(({ kind }) => kind === 'table');
  const pseudonyms = schema.tables.map(({ name }) => name);
  const hide = (text: string): string => hideNames(text, input.schema, new Map(tables.map(({ name }, index) => [name, pseudonyms[index] ?? name])));
  const topics = input.config.topics.map((topic) => ({ ...topic, topic: hide(topic.topic), focus: hide(topic.focus) }));
  const topicOf = new Map(topics.map(({ topic }, index) => [topic, input.config.topics[index]?.topic ?? topic]));
  return {
    input: { ...input, obfuscate: false, schema, values: {}, config: { ...input.config, topics, notes: [], showValues: false } },
    restore: async ({ samples, rejects }) => ({
      samples: await Promise.all(samples.map(async (sample) => ({
        ...sample, topic: topicOf.get(sample.topic) ?? sample.topic, sql: await restoreSql(sample.sql, names), tables: sample.tables.map((table) => names.get(table.toLowerCase()) ?? table), questions: sample.questions.map((question) => restoreQuestion(question, spoken)),
      }))),
      rejects: rejects.map((reject) => ({ ...reject, topic: topicOf.get(reject.topic) ?? reject.topic })),
    }),
  };
}

type Rename = (pseudonym: string, name: string) => string;

function renameSchema(schema: DatabaseSchema, rename: Rename): DatabaseSchema {
  const tables = schema.tables.filter(({ kind }) => kind === 'table');
  const tableNames = new Map(tables.map(({ name }, index) => [name, rename(`entity_${index + 1}`, name)]));
  const columnNames = new Map(tables.flatMap((table, index) => table.columns.map(({ name }, place) => [`${table.name}.${name}`, rename(`entity_${index + 1}_field_${place + 1}`, name)] as const)));
  const enums = schema.enums.map(({ name, values }, index) => ({ own: name, name: rename(`kind_${index + 1}`, name), values: values.map((value, place) => rename(`label_${index + 1}_${place + 1}`, value)) }));
  const columnOf = (table: string, name: string): string => columnNames.get(`${table}.${name}`) ?? name;
  return {
    enums: enums.map(({ name, values }) => ({ name, values })),
    tables: tables.map((table) => ({
      name: tableNames.get(table.name) ?? table.name, kind: 'table', checks: [],
      columns: table.columns.map(({ name, type, nullable }) => ({ name: columnOf(table.name, name), type: enums.find(({ own }) => own === type)?.name ?? type, nullable })),
      primaryKey: table.primaryKey.map((name) => columnOf(table.name, name)),
      uniqueKeys: table.uniqueKeys.map((key) => key.map((name) => columnOf(table.name, name))),
      foreignKeys: table.foreignKeys.flatMap(({ columns, referencedTable, referencedColumns }) => {
        const parent = tableNames.get(referencedTable);
        return parent === undefined ? [] : [{ columns: columns.map((name) => columnOf(table.name, name)), referencedTable: parent, referencedColumns: referencedColumns.map((name) => columnOf(referencedTable, name)) }];
      }),
    })),
  };
}

/** Takes the names of the schema out of a text: tables as their pseudonyms, every other name as "something". */
function hideNames(text: string, schema: DatabaseSchema, tables: ReadonlyMap<string, string>): string {
  const words = schema.tables.flatMap((table) => [
    ...formsOf(table.name).map((form): [string, string] => [form, tables.get(table.name) ?? 'something']),
    ...table.columns.flatMap(({ name }) => formsOf(name).map((form): [string, string] => [form, 'something'])),
  ]).sort(([a], [b]) => b.length - a.length);
  return words.reduce((hidden, [form, instead]) => hidden.replace(new RegExp(`(?<![\\w])${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w])`, 'gi'), instead), text);
}

function formsOf(name: string): string[] {
  const words = splitName(name);
  return [...new Set([name, words, pluralOf(words), singularOf(words)])];
}

async function restoreSql(sql: string, names: ReadonlyMap<string, string>): Promise<string> {
  const tokens = await scanTokens(sql).catch(() => undefined);
  if (tokens === undefined) return sql;
  return tokens.map(({ text, spaced }, index) => (spaced && index > 0 ? ' ' : '') + restoreToken(text, names)).join('');
}

function restoreToken(text: string, names: ReadonlyMap<string, string>): string {
  if (text.startsWith("'")) return `'${(names.get(text.slice(1, -1)) ?? text.slice(1, -1).replaceAll("''", "'")).replaceAll("'", "''")}'`;
  return names.get(text.replace(/^"|"$/g, '').toLowerCase()) ?? text;
}

function restoreQuestion(question: string, spoken: ReadonlyMap<string, string>): string {
  return question.replace(/\b((?:entity|kind|label)(?:[_ ]\w+?)*?[_ ]\d+(?:[_ ]field[_ ]\d+|[_ ]\d+)?)(s?)\b/gi, (whole, pseudonym: string, plural: string) => {
    const name = spoken.get(pseudonym.toLowerCase().replaceAll(' ', '_'));
    return name === undefined ? whole : plural === '' ? name : pluralOf(name);
  });
}
