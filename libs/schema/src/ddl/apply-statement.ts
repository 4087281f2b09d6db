import type { AlterTableStmt, CommentStmt, CreateEnumStmt, CreateStmt, IndexStmt, Node, ViewStmt } from '@pgsql/types';
import { deparse } from 'pgsql-deparser';
import { applyConstraint } from './apply-constraint.ts';
import { findTable, modelName, type SchemaDraft } from './schema-draft.ts';
import { renderTypeName } from './type-name.ts';
import { viewColumns } from './view-columns.ts';

/** A statement that has no counterpart in the model. */
export class UnmappableStatement extends Error {}

/** Statements of a dump that set up a session or rights and say nothing of the schema. */
const passedOver = new Set(['VariableSetStmt', 'CreateSchemaStmt', 'CreateSeqStmt', 'AlterSeqStmt', 'AlterOwnerStmt', 'GrantStmt', 'DropStmt', 'CreateExtensionStmt', 'TransactionStmt']);

/** Applies one parsed DDL statement to the draft. */
export async function applyStatement(draft: SchemaDraft, statement: Node | undefined): Promise<void> {
  const [kind, node] = Object.entries(statement ?? {})[0] ?? ['nothing', undefined];
  switch (kind) {
    case 'CreateStmt':
      return createTable(draft, node as CreateStmt);
    case 'CreateEnumStmt':
      return createEnum(draft, node as CreateEnumStmt);
    case 'ViewStmt':
      return createView(draft, node as ViewStmt);
    case 'CommentStmt':
      return comment(draft, node as CommentStmt);
    case 'AlterTableStmt':
      return alterTable(draft, node as AlterTableStmt);
    case 'IndexStmt':
      return createIndex(draft, node as IndexStmt);
  }
  if (!passedOver.has(kind)) throw new UnmappableStatement(`${kind} has no place in a schema.`);
}

async function createTable(draft: SchemaDraft, node: CreateStmt): Promise<void> {
  const table = { name: modelName(node.relation ?? {}), kind: 'table' as const, columns: [], primaryKey: [], uniqueKeys: [], foreignKeys: [], checks: [] };
  draft.tables.push(table);
  for (const element of node.tableElts ?? []) await addElement(draft, table.name, element);
}

async function addElement(draft: SchemaDraft, tableName: string, element: Node): Promise<void> {
  const table = findTable(draft, tableName);
  if (table === undefined) throw new UnmappableStatement(`There is no table "${tableName}".`);
  if ('Constraint' in element) return applyConstraint(table, element.Constraint, []);
  if (!('ColumnDef' in element)) throw new UnmappableStatement(`${Object.keys(element)[0]} in a table is not understood.`);
  const { colname = '', typeName, constraints = [] } = element.ColumnDef;
  if (typeName === undefined) throw new UnmappableStatement(`The column "${colname}" has no type.`);
  table.columns.push({ name: colname, type: renderTypeName(typeName), nullable: true });
  for (const constraint of constraints) if ('Constraint' in constraint) await applyConstraint(table, constraint.Constraint, [colname]);
}

function createEnum(draft: SchemaDraft, node: CreateEnumStmt): void {
  const parts = strings(node.typeName ?? []).filter((part) => part !== 'public');
  draft.enums.push({ name: parts.join('.'), values: strings(node.vals ?? []) });
}

async function createView(draft: SchemaDraft, node: ViewStmt): Promise<void> {
  const columns = viewColumns(draft, node);
  if (columns.length === 0 || node.query === undefined) throw new UnmappableStatement('The columns of this view cannot be told; name each in its SELECT.');
  const definition = await deparse(node.query);
  draft.tables.push({ name: modelName(node.view ?? {}), kind: 'view', columns, primaryKey: [], uniqueKeys: [], foreignKeys: [], checks: [], definition });
}

function comment(draft: SchemaDraft, node: CommentStmt): void {
  const path = node.object !== undefined && 'List' in node.object ? strings(node.object.List.items ?? []) : [];
  const text = node.comment;
  if (text === undefined) return;
  if (node.objtype === 'OBJECT_TABLE' || node.objtype === 'OBJECT_VIEW') {
    const table = findTable(draft, pathName(path));
    if (table !== undefined) table.comment = text;
  }
  if (node.objtype !== 'OBJECT_COLUMN') return;
  const column = findTable(draft, pathName(path.slice(0, -1)))?.columns.find(({ name }) => name === path.at(-1));
  if (column !== undefined) column.comment = text;
}

async function alterTable(draft: SchemaDraft, node: AlterTableStmt): Promise<void> {
  const name = modelName(node.relation ?? {});
  for (const item of node.cmds ?? []) {
    if (!('AlterTableCmd' in item)) continue;
    const { subtype, def, name: column } = item.AlterTableCmd;
    if ((subtype === 'AT_AddConstraint' || subtype === 'AT_AddColumn') && def !== undefined) await addElement(draft, name, def);
    if (subtype === 'AT_SetNotNull') setNotNull(draft, name, column ?? '');
  }
}

function setNotNull(draft: SchemaDraft, table: string, column: string): void {
  const found = findTable(draft, table)?.columns.find(({ name }) => name === column);
  if (found !== undefined) found.nullable = false;
}

function createIndex(draft: SchemaDraft, node: IndexStmt): void {
  const columns = (node.indexParams ?? []).flatMap((item) => ('IndexElem' in item ? [item.IndexElem.name ?? ''] : []));
  const isKey = node.unique === true && node.whereClause === undefined && !columns.includes('');
  if (isKey) findTable(draft, modelName(node.relation ?? {}))?.uniqueKeys.push(columns);
}

function strings(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}

function pathName(path: readonly string[]): string {
  return path.filter((part, index) => !(index === 0 && part === 'public' && path.length > 1)).join('.');
}
