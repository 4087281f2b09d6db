/**
 * The nodes of PostgreSQL's parse tree that a reading statement is made of, each with the fields it may have. A field holds a plain
 * `value`, a `node` under its type's name, a list of such `nodes`, or the fields of one known type without its name (`of`).
 */
type FieldKind = 'value' | 'node' | 'nodes' | { readonly of: string };
type Fields = Readonly<Record<string, FieldKind>>;

const values = (names: string): Fields => each(names, 'value');
const node = (names: string): Fields => each(names, 'node');
const nodes = (names: string): Fields => each(names, 'nodes');
const of = (type: string): FieldKind => ({ of: type });

function each(names: string, kind: FieldKind): Fields {
  return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

const clauses: Readonly<Record<string, Fields>> = {
  SelectStmt: {
    ...nodes('distinctClause targetList fromClause groupClause windowClause valuesLists sortClause'),
    ...node('whereClause havingClause limitOffset limitCount'),
    ...values('groupDistinct limitOption op all'),
    withClause: of('WithClause'),
    larg: of('SelectStmt'),
    rarg: of('SelectStmt'),
  },
  WithClause: { ...nodes('ctes'), ...values('recursive location') },
  CommonTableExpr: { ...values('ctename ctematerialized location'), ...nodes('aliascolnames'), ...node('ctequery') },
  ResTarget: { ...values('name location'), ...node('val') },
  RangeVar: { ...values('catalogname schemaname relname inh relpersistence location'), alias: of('Alias') },
  RangeSubselect: { ...values('lateral'), ...node('subquery'), alias: of('Alias') },
  RangeFunction: { ...values('lateral ordinality is_rowsfrom'), ...nodes('functions'), alias: of('Alias') },
  JoinExpr: { ...values('jointype isNatural'), ...node('larg rarg quals'), ...nodes('usingClause') },
  Alias: { ...values('aliasname'), ...nodes('colnames') },
  SortBy: { ...node('node'), ...values('sortby_dir sortby_nulls location') },
  GroupingSet: { ...values('kind location'), ...nodes('content') },
  WindowDef: { ...values('name refname frameOptions location'), ...nodes('partitionClause orderClause'), ...node('startOffset endOffset') },
};

const expressions: Readonly<Record<string, Fields>> = {
  ColumnRef: { ...nodes('fields'), ...values('location') },
  A_Star: {},
  A_Const: { ...values('isnull location'), ival: of('Integer'), fval: of('Float'), boolval: of('Boolean'), sval: of('String') },
  Integer: values('ival'),
  Float: values('fval'),
  Boolean: values('boolval'),
  String: values('sval'),
  List: nodes('items'),
  A_Expr: { ...values('kind rexpr_list_start rexpr_list_end location'), ...nodes('name'), ...node('lexpr rexpr') },
  BoolExpr: { ...values('boolop location'), ...nodes('args') },
  NullTest: { ...values('nulltesttype argisrow location'), ...node('arg') },
  BooleanTest: { ...values('booltesttype location'), ...node('arg') },
  CaseExpr: { ...node('arg defresult'), ...nodes('args'), ...values('location') },
  CaseWhen: { ...node('expr result'), ...values('location') },
  CoalesceExpr: { ...nodes('args'), ...values('location') },
  MinMaxExpr: { ...values('op location'), ...nodes('args') },
  SQLValueFunction: values('op typmod location'),
  GroupingFunc: { ...nodes('args'), ...values('location') },
  RowExpr: { ...nodes('args'), ...values('row_format location') },
  A_ArrayExpr: { ...nodes('elements'), ...values('list_start list_end location') },
  A_Indirection: { ...node('arg'), ...nodes('indirection') },
  A_Indices: { ...values('is_slice'), ...node('lidx uidx') },
  CollateClause: { ...node('arg'), ...nodes('collname'), ...values('location') },
  TypeCast: { ...node('arg'), ...values('location'), typeName: of('TypeName') },
  TypeName: { ...nodes('names typmods arrayBounds'), ...values('typemod location') },
  SubLink: { ...values('subLinkType location'), ...node('testexpr subselect'), ...nodes('operName') },
  FuncCall: {
    ...nodes('funcname args agg_order'),
    ...node('agg_filter'),
    ...values('agg_within_group agg_star agg_distinct funcformat location'),
    over: of('WindowDef'),
  },
};

export const nodeFields: Readonly<Record<string, Fields>> = { ...clauses, ...expressions };
