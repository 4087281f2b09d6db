import type { DatabaseSchema } from '@sqlwright/schema';
import { columnNames, isFields, nodeOf, parseTree, scanTokens, visitNodes, type Fields } from '../sql/syntax-tree.ts';

/** What a statement does with a column. */
export type ColumnUse = 'shown' | 'condition' | 'grouped' | 'ordered' | 'aggregated';

/** What a statement makes use of. */
export interface StatementUse {
  /** Such as `member.city condition`. */
  readonly columns: ReadonlySet<string>;
  /** Key words and operators such as `IS NULL`, in upper case. */
  readonly operators: ReadonlySet<string>;
  /** Names of functions, in upper case. */
  readonly functions: ReadonlySet<string>;
}

const clauses: Readonly<Record<string, ColumnUse>> = { targetList: 'shown', whereClause: 'condition', groupClause: 'grouped', sortClause: 'ordered', havingClause: 'condition', fromClause: 'condition' };
const signs: readonly (readonly [string, RegExp])[] = [
  ['=', / = /], ['<>', / <> /], ['>', / > /], ['<', / < /], ['>=', / >= /], ['<=', / <= /], ['IN a list', / IN \((?!SELECT)/], ['IN a subquery', / IN \(SELECT/], ['BETWEEN', / BETWEEN /], ['ILIKE', / ILIKE /], ['IS NULL', / IS NULL/], ['IS NOT NULL', / IS NOT NULL/],
  ['NOT EXISTS', /NOT EXISTS \(/], ['EXISTS', /(?<!NOT )EXISTS \(/], ['OR', / OR /], ['JOIN', /(?<!LEFT) JOIN /], ['LEFT JOIN', / LEFT JOIN /], ['GROUP BY', / GROUP BY /], ['HAVING', / HAVING /], ['ORDER BY', / ORDER BY /], ['LIMIT', / LIMIT /], ['OFFSET', / OFFSET /],
  ['WITH TIES', / WITH TIES/], ['DISTINCT', /DISTINCT /], ['CASE', /CASE WHEN/], ['WITH', /^WITH /], ['OVER', / OVER \(/], ['FILTER', /FILTER \(WHERE/], ['CURRENT_DATE', /CURRENT_DATE/], ['INTERVAL', /INTERVAL '/], ['DATE', /DATE '/], ['a subquery as value', /[=<>] \(SELECT/], ['UNION', / UNION /], ['INTERSECT', / INTERSECT /], ['EXCEPT', / EXCEPT /],
];

/** The operators that are looked for. */
export const operatorNames: readonly string[] = signs.map(([name]) => name);

/** Tells what a statement uses. @throws Error for text that is no SQL */
export async function statementUse(sql: string, schema: DatabaseSchema): Promise<StatementUse> {
  const columns = new Set<string>();
  const tree = await parseTree(sql);
  visitNodes(tree, (kind, fields) => {
    if (kind === 'SelectStmt') addColumns(fields, schema, columns);
  });
  const tokens = await scanTokens(sql);
  const text = tokens.map((token, index) => (token.spaced && index > 0 ? ' ' : '') + (token.text.startsWith("'") ? "''" : token.text)).join('');
  const functions = new Set(tokens.flatMap((token, index) => (tokens[index + 1]?.text === '(' && /^[A-Z_]{3,}$/.test(token.text) && !/^(IN|AND|OR|WHERE|FILTER|OVER|EXISTS|SELECT|BY|FROM|ON|GROUP|WITH|THEN|WHEN|NOT)$/.test(token.text) ? [token.text] : [])));
  return { columns, operators: new Set(signs.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)), functions };
}

/** Notes the columns of one SELECT, not those of the SELECTs within it. */
function addColumns(select: Fields, schema: DatabaseSchema, found: Set<string>): void {
  const tables = tablesIn(select['fromClause']);
  for (const [clause, use] of Object.entries(clauses)) {
    visitOwn(select[clause], false, (reference, isAggregated) => {
      const names = columnNames({ ColumnRef: reference });
      const [qualifier, name] = names.length > 1 ? [names[0], names[1]] : [undefined, names[0]];
      const owner = tables.find(({ table, alias }) => (qualifier === undefined ? has(schema, table, name) : alias === qualifier || table === qualifier));
      if (owner !== undefined && name !== undefined) found.add(`${owner.table}.${name} ${isAggregated ? 'aggregated' : use}`);
    });
  }
}

function has(schema: DatabaseSchema, table: string, column: string | undefined): boolean {
  return schema.tables.some(({ name, columns }) => name === table && columns.some((each) => each.name === column));
}

function tablesIn(from: unknown): { table: string; alias: string }[] {
  const tables: { table: string; alias: string }[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isFields(node)) return;
    const [range, join] = [nodeOf(node, 'RangeVar'), nodeOf(node, 'JoinExpr')];
    if (range !== undefined) tables.push({ table: String(range['relname']), alias: isFields(range['alias']) ? String(range['alias']['aliasname']) : String(range['relname']) });
    if (join !== undefined) [join['larg'], join['rarg']].forEach(visit);
  };
  visit(from);
  return tables;
}

function visitOwn(node: unknown, isAggregated: boolean, visit: (reference: Fields, isAggregated: boolean) => void): void {
  if (Array.isArray(node)) return node.forEach((each) => visitOwn(each, isAggregated, visit));
  if (!isFields(node)) return;
  for (const [kind, fields] of Object.entries(node)) {
    if (kind === 'SelectStmt' || kind === 'subselect') continue;
    if (kind === 'ColumnRef' && isFields(fields)) visit(fields, isAggregated);
    else visitOwn(fields, isAggregated || (kind === 'FuncCall' && isFields(fields) && /"(avg|sum|min|max|count|percentile_cont)"/.test(JSON.stringify(fields['funcname']))), visit);
  }
}
