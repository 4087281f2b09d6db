import type { DatabaseSchema } from '@sqlwright/schema';
import { openDraft, renderDraft, tokenAt, type StatementDraft } from './statement-draft.ts';
import { columnNames, isFields, nodeOf, visitNodes, type Fields } from './syntax-tree.ts';

/**
 * Where groups of one column are chosen from (the most frequent city, sources with more than 100 customers), the group of the unknown is none that people mean: adds
 * `column IS NOT NULL` unless the statement already says something of that column, or the column is never NULL. A breakdown of everything keeps the group.
 * @throws Error for text that is no SQL
 */
export async function chooseKnownGroups(sql: string, schema: DatabaseSchema): Promise<string> {
  const draft = await openDraft(sql);
  const statement = topStatement(draft.tree);
  const column = statement && chosenGroup(statement);
  if (column === undefined || !isNullable(columnNames(column).at(-1), schema)) return sql;
  return addCondition(draft, statement as Fields, tokenAt(draft, nodeOf(column, 'ColumnRef')?.['location']));
}

function topStatement(tree: unknown): Fields | undefined {
  const [first] = isFields(tree) && Array.isArray(tree['stmts']) ? tree['stmts'] : [];
  return nodeOf(isFields(first) ? first['stmt'] : undefined, 'SelectStmt');
}

/** The one column that a statement groups by and picks groups of; undefined where it shows all groups or restricts the column itself. */
function chosenGroup(statement: Fields): unknown {
  const groups = statement['groupClause'];
  if (!Array.isArray(groups) || groups.length !== 1 || !(statement['limitCount'] || statement['havingClause'])) return undefined;
  const name = columnNames(groups[0]).at(-1);
  return name === undefined || mentions(statement['whereClause'], name) || isAlternative(statement['whereClause']) ? undefined : groups[0];
}

function mentions(condition: unknown, name: string): boolean {
  let found = false;
  visitNodes(condition, (kind, fields) => {
    if (kind === 'ColumnRef' && columnNames({ ColumnRef: fields }).at(-1) === name) found = true;
  });
  return found;
}

/** A condition behind OR would belong to its last part alone. */
function isAlternative(condition: unknown): boolean {
  return nodeOf(condition, 'BoolExpr')?.['boolop'] === 'OR_EXPR';
}

/** A name that is no column of a table (a column of a subquery, an alias) says nothing of NULL and is left alone. */
function isNullable(name: string | undefined, schema: DatabaseSchema): boolean {
  const columns = schema.tables.flatMap((table) => table.columns).filter((column) => column.name === name);
  return columns.length > 0 && columns.every(({ nullable }) => nullable);
}

function addCondition(draft: StatementDraft, statement: Fields, column: number): string {
  const group = lastIndexBefore(draft, column, 'GROUP');
  if (column === -1 || group === -1) return renderDraft(draft);
  const next = draft.tokens[column + 1]?.text === '.' ? 3 : 1;
  const name = draft.texts.slice(column, column + next).join('');
  draft.texts[group] = `${statement['whereClause'] ? 'AND' : 'WHERE'} ${name} IS NOT NULL ${draft.texts[group]}`;
  return renderDraft(draft);
}

function lastIndexBefore(draft: StatementDraft, index: number, word: string): number {
  return draft.texts.slice(0, Math.max(0, index)).findLastIndex((text) => text.toUpperCase() === word);
}
