import { asFields, nodeOf, parseTree, visitNodes, type Fields } from '../sql-tree/syntax-tree.ts';

/** The sides on which two statements are compared, each as one text. */
export interface StatementFeatures {
  readonly joins: string;
  readonly aggregates: string;
  readonly literals: string;
  readonly conditions: string;
  readonly grouping: string;
  readonly order: string;
  readonly columns: string;
}

export const featureNames = ['joins', 'aggregates', 'literals', 'conditions', 'grouping', 'order', 'columns'] as const satisfies readonly (keyof StatementFeatures)[];

const aggregateNames = new Set(['count', 'sum', 'avg', 'min', 'max', 'percentile_cont', 'percentile_disc', 'mode', 'string_agg', 'array_agg', 'stddev', 'variance', 'bool_or', 'bool_and']);

/** Takes a statement apart; undefined for text that is no SQL. */
export async function statementFeatures(sql: string): Promise<StatementFeatures | undefined> {
  const tree = await parseTree(sql);
  if (tree === undefined) return undefined;
  const lists: Record<(typeof featureNames)[number], string[]> = { joins: [], aggregates: [], literals: [], conditions: [], grouping: [], order: [], columns: [] };
  visitNodes(tree, (kind, fields) => collect(kind, fields, lists));
  return Object.fromEntries(featureNames.map((name) => [name, lists[name].sort().join(' ')])) as unknown as StatementFeatures;
}

function collect(kind: string, fields: Fields, lists: Record<(typeof featureNames)[number], string[]>): void {
  const add = (name: (typeof featureNames)[number], ...texts: string[]): void => void lists[name].push(...texts);
  switch (kind) {
    case 'RangeVar': return add('joins', String(fields['relname']));
    case 'JoinExpr': return fields['jointype'] === 'JOIN_INNER' ? undefined : add('joins', String(fields['jointype']));
    case 'SubLink': return add('conditions', String(fields['subLinkType']));
    case 'FuncCall': return collectFunction(fields, add);
    case 'A_Const': return add('literals', literalText(fields));
    case 'A_Expr': return add('conditions', namesOf(fields['name']).join('.'), ...[fields['lexpr'], fields['rexpr']].flatMap(columnName));
    case 'BoolExpr': return add('conditions', String(fields['boolop']));
    case 'NullTest': return add('conditions', String(fields['nulltesttype']), ...columnName(fields['arg']));
    case 'SortBy': return add('order', fields['sortby_dir'] === 'SORTBY_DESC' ? 'desc' : 'asc', ...columnName(fields['node']));
    case 'SelectStmt': return collectSelect(fields, add);
    default: return undefined;
  }
}

function collectFunction(fields: Fields, add: (name: 'aggregates', ...texts: string[]) => void): void {
  const name = namesOf(fields['funcname']).at(-1) ?? '';
  if (aggregateNames.has(name)) add('aggregates', `${name}${fields['agg_distinct'] === true ? ' distinct' : ''}`);
}

function collectSelect(fields: Fields, add: (name: 'columns' | 'grouping' | 'order', ...texts: string[]) => void): void {
  for (const target of asList(fields['targetList'])) add('columns', ...columnName(nodeOf(target, 'ResTarget')?.['val']));
  for (const group of asList(fields['groupClause'])) add('grouping', ...columnName(group));
  if (fields['distinctClause'] !== undefined) add('grouping', 'distinct');
  if (fields['limitCount'] !== undefined) add('order', 'limit');
}

function literalText(fields: Fields): string {
  const value = asFields(fields['sval'])?.['sval'] ?? asFields(fields['ival'])?.['ival'] ?? asFields(fields['fval'])?.['fval'] ?? asFields(fields['boolval'])?.['boolval'] ?? 0;
  return String(value);
}

function columnName(node: unknown): string[] {
  const parts = nodeOf(node, 'ColumnRef')?.['fields'];
  if (!Array.isArray(parts)) return [];
  const last: unknown = parts.at(-1);
  return [nodeOf(last, 'A_Star') === undefined ? String(nodeOf(last, 'String')?.['sval'] ?? '') : '*'];
}

function namesOf(list: unknown): string[] {
  return asList(list).flatMap((item) => nodeOf(item, 'String')?.['sval'] ?? []).map(String);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
