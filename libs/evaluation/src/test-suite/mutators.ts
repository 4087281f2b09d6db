import { asFields, nodeOf, type Fields } from '../sql-tree/syntax-tree.ts';

/** What was changed in a mutant: a slip that a person or a model makes. */
export const mutationKinds = ['comparison', 'condition', 'negation', 'aggregate', 'distinct', 'join', 'order', 'limit', 'literal', 'column', 'set-operation'] as const;

export type MutationKind = (typeof mutationKinds)[number];

export interface Mutation {
  readonly kind: MutationKind;
  /** The node that takes the place of the one that was given. */
  readonly node: unknown;
}

/** Other columns of the same table and type, by the name of a column. */
export type ColumnSiblings = ReadonlyMap<string, readonly string[]>;

type Mutator = (fields: Fields, siblings: ColumnSiblings) => Mutation[];

const otherComparisons: Readonly<Record<string, readonly string[]>> = { '=': ['<>'], '<>': ['='], '<': ['<=', '>'], '<=': ['<', '>='], '>': ['>=', '<'], '>=': ['>', '<='], '~~': ['!~~'], '~~*': ['!~~*', '~~'] };
const otherAggregates: Readonly<Record<string, readonly string[]>> = { min: ['max'], max: ['min'], sum: ['avg', 'max'], avg: ['sum', 'max'], rank: ['row_number'] };

/** By the kind of node, everything near that could stand in its place. */
export const mutators: Readonly<Record<string, Mutator>> = {
  A_Expr: mutateComparison,
  BoolExpr: mutateCondition,
  NullTest: ({ nulltesttype, ...rest }) => [{ kind: 'negation', node: { NullTest: { ...rest, nulltesttype: nulltesttype === 'IS_NULL' ? 'IS_NOT_NULL' : 'IS_NULL' } } }],
  FuncCall: mutateAggregate,
  JoinExpr: mutateJoin,
  SortBy: ({ sortby_dir, ...rest }) => [{ kind: 'order', node: { SortBy: { ...rest, sortby_dir: sortby_dir === 'SORTBY_DESC' ? 'SORTBY_DEFAULT' : 'SORTBY_DESC' } } }],
  SelectStmt: mutateSelect,
  A_Const: mutateLiteral,
  ColumnRef: mutateColumn,
};

function mutateComparison(fields: Fields): Mutation[] {
  if (!['AEXPR_OP', 'AEXPR_LIKE', 'AEXPR_ILIKE'].includes(String(fields['kind']))) return [];
  const [name] = namesOf(fields['name']);
  const others = otherComparisons[name ?? ''] ?? [];
  return others.map((operator) => ({ kind: 'comparison', node: { A_Expr: { ...fields, ...likeKind(operator), name: [{ String: { sval: operator } }] } } }));
}

/** The deparser tells LIKE from ILIKE by the kind of the expression. */
function likeKind(operator: string): object {
  if (!operator.includes('~~')) return {};
  return { kind: operator.endsWith('*') ? 'AEXPR_ILIKE' : 'AEXPR_LIKE' };
}

function mutateCondition(fields: Fields): Mutation[] {
  const parts = Array.isArray(fields['args']) ? fields['args'] : [];
  if (fields['boolop'] === 'NOT_EXPR') return [{ kind: 'negation', node: parts[0] }];
  const other = fields['boolop'] === 'AND_EXPR' ? 'OR_EXPR' : 'AND_EXPR';
  const without = parts.map((_, index): Mutation => {
    const rest = parts.filter((__, place) => place !== index);
    return { kind: 'condition', node: rest.length === 1 ? rest[0] : { BoolExpr: { ...fields, args: rest } } };
  });
  return [...without, { kind: 'condition', node: { BoolExpr: { ...fields, boolop: other } } }];
}

function mutateAggregate(fields: Fields): Mutation[] {
  const name = namesOf(fields['funcname']).at(-1) ?? '';
  const swapped = (otherAggregates[name] ?? []).map((other): Mutation => ({ kind: 'aggregate', node: { FuncCall: { ...fields, funcname: [{ String: { sval: other } }] } } }));
  const { agg_distinct: distinct, ...plain } = fields;
  if (distinct === true) return [...swapped, { kind: 'distinct', node: { FuncCall: plain } }];
  if (name !== 'count' || fields['agg_star'] === true) return swapped;
  return [...swapped, { kind: 'distinct', node: { FuncCall: { ...fields, agg_distinct: true } } }];
}

function mutateJoin(fields: Fields): Mutation[] {
  const other = fields['jointype'] === 'JOIN_LEFT' ? 'JOIN_INNER' : fields['jointype'] === 'JOIN_INNER' ? 'JOIN_LEFT' : undefined;
  return other === undefined ? [] : [{ kind: 'join', node: { JoinExpr: { ...fields, jointype: other } } }];
}

function mutateSelect(fields: Fields): Mutation[] {
  const variant = (kind: MutationKind, changes: object): Mutation => ({ kind, node: { SelectStmt: { ...fields, ...changes } } });
  const { whereClause, havingClause, distinctClause, limitCount, op, all, targetList } = fields;
  const limit = Number(asFields(nodeOf(limitCount, 'A_Const')?.['ival'])?.['ival'] ?? 0);
  return [
    ...(whereClause === undefined ? [] : [variant('condition', { whereClause: undefined })]),
    ...(havingClause === undefined ? [] : [variant('condition', { havingClause: undefined })]),
    ...(distinctClause === undefined ? [] : [variant('distinct', { distinctClause: undefined })]),
    ...(limit > 0 ? [variant('limit', { limitCount: integer(limit + 1) })] : []),
    ...(limit > 1 ? [variant('limit', { limitCount: integer(limit - 1) })] : []),
    ...(op === undefined || op === 'SETOP_NONE' ? [] : [variant('set-operation', { all: all !== true })]),
    ...(distinctClause === undefined && fields['groupClause'] === undefined && Array.isArray(targetList) && targetList.every(isPlainColumn) ? [variant('distinct', { distinctClause: [{}] })] : []),
  ];
}

function isPlainColumn(target: unknown): boolean {
  return nodeOf(nodeOf(target, 'ResTarget')?.['val'], 'ColumnRef') !== undefined;
}

function mutateLiteral(fields: Fields): Mutation[] {
  const number = asFields(fields['ival'])?.['ival'];
  if (typeof number === 'number' && number > 0) return [number + 1, number - 1].map((value) => ({ kind: 'literal', node: integer(value) }));
  const text = asFields(fields['sval'])?.['sval'];
  return typeof text === 'string' ? mutateText(text).map((value) => ({ kind: 'literal', node: { A_Const: { sval: { sval: value } } } })) : [];
}

function mutateText(text: string): string[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const day = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(day.getTime())) return [];
    day.setUTCMonth(day.getUTCMonth() + 1);
    return [day.toISOString().slice(0, 10)];
  }
  if (/^%.+%$/.test(text)) return [text.slice(1), text.slice(0, -1)];
  return [];
}

function mutateColumn(fields: Fields, siblings: ColumnSiblings): Mutation[] {
  const parts = Array.isArray(fields['fields']) ? fields['fields'] : [];
  const others = siblings.get(namesOf(parts).at(-1) ?? '') ?? [];
  return others.slice(0, 1).map((name) => ({ kind: 'column', node: { ColumnRef: { ...fields, fields: parts.with(-1, { String: { sval: name } }) } } }));
}

function integer(value: number): object {
  return { A_Const: { ival: value === 0 ? {} : { ival: value } } };
}

function namesOf(list: unknown): string[] {
  return Array.isArray(list) ? list.flatMap((item) => nodeOf(item, 'String')?.['sval'] ?? []).map(String) : [];
}
