import type { Database } from '@sqlwright/database';
import { quoteLiteral, quoteName, type DatabaseSchema } from '@sqlwright/schema';
import { asFields, nodeOf, parseTree, visitNodes } from '../sql-tree/syntax-tree.ts';
import { tryToExecute } from './try-to-execute.ts';

/** A value that a statement compares a column with. */
interface PlantedValue {
  readonly table: string;
  readonly column: string;
  readonly value: string;
}

const mostValuesAColumn = 12;

/**
 * Writes the values that statements compare columns with into some rows of a generated database, so that `>` and `>=`, and one value and its
 * neighbour, give other rows. A value that a column cannot take (type, check, key) is left out.
 */
export async function plantLiterals(database: Database, schema: DatabaseSchema, statements: readonly string[]): Promise<void> {
  const planted = new Map<string, PlantedValue[]>();
  for (const statement of new Set(statements)) {
    for (const value of await comparedValues(statement, schema)) {
      const place = `${value.table}.${value.column}`;
      const values = planted.get(place) ?? [];
      planted.set(place, values);
      if (values.length < mostValuesAColumn && !values.some((other) => other.value === value.value)) values.push(value);
    }
  }
  for (const values of planted.values()) for (const [index, value] of values.entries()) await plant(database, value, index, values.length);
}

/** Every so-many-th row, another for each value. */
async function plant(database: Database, { table, column, value }: PlantedValue, index: number, values: number): Promise<void> {
  const name = quoteName(table);
  const step = Math.max(values * 3, 17);
  const rows = `SELECT ctid FROM (SELECT ctid, row_number() OVER (ORDER BY ctid) AS place FROM ${name}) numbered WHERE place % ${step} = ${index * 3}`;
  await tryToExecute(database, `UPDATE ${name} SET ${quoteName(column)} = ${quoteLiteral(value)} WHERE ctid IN (${rows})`);
}

async function comparedValues(statement: string, schema: DatabaseSchema): Promise<PlantedValue[]> {
  const tree = await parseTree(statement);
  if (tree === undefined) return [];
  const tables = new Set<string>();
  const compared: { column: string; value: string }[] = [];
  visitNodes(tree, (kind, fields) => {
    if (kind === 'RangeVar') tables.add(String(fields['relname']));
    if (kind !== 'A_Expr') return;
    const sides = [fields['lexpr'], fields['rexpr']];
    const column = sides.map(columnOf).find((name) => name !== undefined);
    const value = sides.map(literalOf).find((text) => text !== undefined);
    if (column !== undefined && value !== undefined) compared.push({ column, value });
  });
  return compared.flatMap(({ column, value }) => {
    const table = schema.tables.find(({ name, kind, columns, primaryKey }) => kind === 'table' && tables.has(name) && !primaryKey.includes(column) && columns.some((other) => other.name === column));
    return table === undefined ? [] : [{ table: table.name, column, value }];
  });
}

function columnOf(node: unknown): string | undefined {
  const parts = nodeOf(node, 'ColumnRef')?.['fields'];
  return Array.isArray(parts) ? (nodeOf(parts.at(-1), 'String')?.['sval'] as string | undefined) : undefined;
}

function literalOf(node: unknown): string | undefined {
  const fields = nodeOf(node, 'A_Const') ?? nodeOf(nodeOf(node, 'TypeCast')?.['arg'], 'A_Const');
  const text = asFields(fields?.['sval'])?.['sval'];
  if (typeof text === 'string') return text.replaceAll('%', '');
  const number = asFields(fields?.['ival'])?.['ival'];
  return typeof number === 'number' ? String(number) : undefined;
}
