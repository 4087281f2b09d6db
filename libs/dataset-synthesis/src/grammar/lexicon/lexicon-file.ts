import { nearest, parseWith, SqlwrightError } from '@sqlwright/errors';
import type { DatabaseSchema } from '@sqlwright/schema';
import { z } from 'zod';
import type { Lexicon } from './lexicon-types.ts';
import { columnRoles } from './lexicon-types.ts';

const spoken = z.string().trim().min(1);

const columnSchema = z.strictObject({
  role: z.enum(columnRoles).optional(),
  /** As people say it, the plainest first. */
  names: z.array(spoken).min(1).optional(),
  /** Said after a number, such as `euros`. */
  unit: spoken.optional(),
  /** Known values with other words for each. */
  values: z.record(z.string(), z.array(spoken)).optional(),
});

const tableSchema = z.strictObject({
  isPerson: z.boolean().optional(),
  singular: spoken.optional(),
  plural: spoken.optional(),
  synonyms: z.array(z.strictObject({ singular: spoken, plural: spoken })).optional(),
  columns: z.record(z.string(), columnSchema).default({}),
});

const fileSchema = z.strictObject({
  tables: z.record(z.string(), tableSchema),
  /** What the row that a foreign key points to is to the row that holds it, by `table.column`: `loan.staff_id` is the librarian. */
  joins: z.record(z.string(), spoken).default({}),
});

/** `lexicon.json`: how people speak of a database. What it leaves out is told by the rules. */
export type LexiconFile = z.infer<typeof fileSchema>;
export type ColumnWords = LexiconFile['tables'][string]['columns'][string];

const hint = 'libs/dataset-synthesis/README.md describes lexicon.json; delete the file to have it written anew from the schema.';

/**
 * Reads the text of a lexicon and checks that all that it names is in the schema.
 * @throws SqlwrightError config.invalid, each fault with the name that was meant
 */
export function parseLexiconFile(text: string, schema: DatabaseSchema): LexiconFile {
  const file = parseWith(fileSchema, parseJson(text), { code: 'config.invalid', what: 'lexicon.json', hint, known: ['tables', 'joins', 'isPerson', 'singular', 'plural', 'synonyms', 'columns', 'role', 'names', 'unit', 'values'] });
  const faults = [...unknownNames(file, schema)];
  if (faults.length > 0) throw new SqlwrightError('config.invalid', `lexicon.json names what the schema does not hold:\n${faults.map((fault) => `  ${fault}`).join('\n')}`, { hint });
  return file;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SqlwrightError('config.invalid', `lexicon.json is not JSON: ${cause instanceof Error ? cause.message : ''}`, { cause, hint: 'Mend the file at the named position.' });
  }
}

function* unknownNames({ tables, joins }: LexiconFile, schema: DatabaseSchema): Generator<string> {
  const columnsOf = (table: string): string[] | undefined => schema.tables.find(({ name }) => name === table)?.columns.map(({ name }) => name);
  for (const [table, { columns }] of Object.entries(tables)) {
    const known = columnsOf(table);
    if (known === undefined) yield `unknown table ${table}${meant(table, schema.tables.map(({ name }) => name))}`;
    yield* Object.keys(columns).filter((column) => known?.includes(column) === false).map((column) => `unknown column ${table}.${column}${meant(column, known ?? [])}`);
  }
  const keys = schema.tables.flatMap(({ name, foreignKeys }) => foreignKeys.flatMap(({ columns }) => columns.map((column) => `${name}.${column}`)));
  for (const key of Object.keys(joins)) if (!keys.includes(key)) yield `unknown foreign key ${key}${meant(key, keys)}`;
}

function meant(name: string, known: readonly string[]): string {
  const found = nearest(name, known);
  return found === undefined ? '' : ` (did you mean "${found}"?)`;
}

const mostValues = 40;

/** Writes a lexicon as a file that people may edit; what the rules found is all in it. */
export function renderLexiconFile({ tables, relations }: Lexicon): string {
  const file: LexiconFile = {
    tables: Object.fromEntries(tables.map((table) => [table.name, {
      isPerson: table.isPerson, singular: table.singular, plural: table.plural, synonyms: table.synonyms.map(({ singular, plural }) => ({ singular, plural })),
      columns: Object.fromEntries(table.columns.map((column) => [column.name, {
        role: column.role, names: [...column.names], ...(column.unit === undefined ? {} : { unit: column.unit }),
        ...(column.values.length > 0 && column.values.length <= mostValues && valued.test(column.role) ? { values: Object.fromEntries(column.values.map((value) => [value, [...(column.valueNames[value] ?? [])]])) } : {}),
      }])),
    }])),
    joins: Object.fromEntries(relations.map(({ child, column, role }) => [`${child.name}.${column.name}`, role])),
  };
  return `${JSON.stringify(file, null, 2).replace(/\[\s+((?:"[^"]*"(?:,\s+)?)+)\s+\]/g, (_, list: string) => `[${list.replace(/\s*\n\s*/g, ' ')}]`)}\n`;
}

const valued = /^(category|city|state|country)$/;
