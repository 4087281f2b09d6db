import fc from 'fast-check';
import { parse, type Node, type SelectStmt } from 'libpg-query';
import { statements } from '../test/statement-arbitrary.ts';
import { checkTree } from './grammar/check-tree.ts';
import { guardSql } from './guard-sql.ts';
import { resolveStatement } from './names/resolve-statement.ts';
import { Refusal } from './refusal.ts';
import { harmlessStatements, librarySchema } from './testing/index.ts';

/** `SQLWRIGHT_FUZZ_RUNS=100000` for a long run. */
const runs = Number(process.env['SQLWRIGHT_FUZZ_RUNS'] ?? 2000);

/** Looks at the tree's text alone, by other means than the guard. */
const harmful = /"(Insert|Update|Delete|Merge)Stmt"|"intoClause"|"lockingClause"|"sval":"(pg_(?!catalog")\w*|lo_\w*|dblink\w*|set_config|current_setting|(next|set|curr|last)val|\w*_to_xml\w*|txid_\w*|purge|setseed|reg\w+|oid|ctid|pin_hash)"|"relname":"(pg_\w*|staff_login)"|"schemaname":"(pg_\w*|information_schema)"/;

async function treeOf(sql: string): Promise<SelectStmt | undefined> {
  const { stmts } = await parse(sql);
  const statement = stmts?.[0]?.stmt;
  return statement !== undefined && 'SelectStmt' in statement ? statement.SelectStmt : undefined;
}

function isRefused(tree: SelectStmt): boolean {
  try {
    checkTree(tree, librarySchema);
    resolveStatement(tree, librarySchema, []);
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** Every place of a tree that holds a node. */
function places(tree: object): { holder: Record<string, unknown>; key: string }[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const isNode = !Array.isArray(value) && Object.keys(value).length === 1 && /^[A-Z]/.test(Object.keys(value)[0] ?? '');
    return [...(isNode ? [{ holder: tree as Record<string, unknown>, key }] : []), ...places(value as object)];
  });
}

const call = (...name: string[]): Node => ({ FuncCall: { funcname: name.map((sval) => ({ String: { sval } })), funcformat: 'COERCE_EXPLICIT_CALL' } }) as Node;
const grafts: readonly Node[] = [
  call('pg_sleep'), call('pg_catalog', 'pg_sleep'), call('public', 'count'), call('purge'), call('lo_unlink'),
  { DeleteStmt: { relation: { relname: 'loan' } } } as Node,
  { InsertStmt: { relation: { relname: 'loan' } } } as Node,
  { RangeVar: { relname: 'staff_login', inh: true, relpersistence: 'p' } } as Node,
  { RangeVar: { schemaname: 'pg_catalog', relname: 'pg_authid', inh: true, relpersistence: 'p' } } as Node,
  { ColumnRef: { fields: [{ String: { sval: 'pin_hash' } }] } } as Node,
  { SQLValueFunction: { op: 'SVFOP_CURRENT_USER', typmod: -1 } } as Node,
  { ParamRef: { number: 1 } } as Node,
  { XmlExpr: { op: 'IS_XMLELEMENT', name: 'a' } } as Node,
  { TypeCast: { arg: { A_Const: { sval: { sval: 'x' } } }, typeName: { names: [{ String: { sval: 'regclass' } }], typemod: -1 } } } as Node,
  { SubLink: { subLinkType: 'EXPR_SUBLINK', subselect: { SelectStmt: { targetList: [{ ResTarget: { val: call('pg_sleep') } }], limitOption: 'LIMIT_OPTION_DEFAULT', op: 'SETOP_NONE' } } } } as Node,
  { SelectStmt: { targetList: [], fromClause: [{ RangeVar: { relname: 'book', inh: true, relpersistence: 'p' } }], lockingClause: [{ LockingClause: { strength: 'LCS_FORUPDATE' } }], limitOption: 'LIMIT_OPTION_DEFAULT', op: 'SETOP_NONE' } } as Node,
];
/** The names in these lists are no expressions: whatever stands there is no call and is refused or read as a name. */
const nameLists = new Set(['funcname', 'fields', 'names', 'name', 'operName', 'collname', 'usingClause', 'colnames', 'aliascolnames']);

function graft(tree: SelectStmt, at: number, what: Node): SelectStmt | undefined {
  const copy = structuredClone(tree);
  const found = placesWithoutNames(copy);
  const place = found[at % found.length];
  if (place === undefined) return undefined;
  place.holder[place.key] = structuredClone(what);
  return copy;
}

function placesWithoutNames(tree: SelectStmt): ReturnType<typeof places> {
  const names = new Set<object>();
  const mark = (node: unknown, isName: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isName) names.add(node);
    for (const [key, value] of Object.entries(node)) mark(value, isName || nameLists.has(key));
  };
  mark(tree, false);
  return places(tree).filter(({ holder }) => !names.has(holder));
}

describe('guardSql against made-up statements', () => {
  it(`lets nothing hostile through, in ${runs} statements`, async () => {
    const seen = { planted: 0, allowed: 0 };
    await fc.assert(
      fc.asyncProperty(statements(1), async ({ sql, planted }) => {
        const verdict = await guardSql(sql, librarySchema);
        if (planted) seen.planted += 1;
        if (!verdict.allowed) return true;
        seen.allowed += 1;
        return !planted && !harmful.test(JSON.stringify(await parse(verdict.sql)));
      }),
      { numRuns: runs, seed: 7 },
    );
    expect(seen.planted).toBeGreaterThan(runs / 20);
    expect(seen.allowed).toBeGreaterThan(runs / 20);
  }, 7_200_000);

  it(`refuses a hostile part wherever it is grafted into a harmless tree, in ${runs} trees`, async () => {
    const trees = (await Promise.all(harmlessStatements.map(treeOf))).filter((tree) => tree !== undefined);
    fc.assert(
      fc.property(fc.constantFrom(...trees), fc.nat(10_000), fc.constantFrom(...grafts), (tree, at, what) => {
        const grafted = graft(tree, at, what);
        return grafted === undefined || isRefused(grafted);
      }),
      { numRuns: runs, seed: 11 },
    );
  }, 7_200_000);
});
