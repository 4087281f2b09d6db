import type { JoinExpr, Node, RangeFunction, RangeSubselect, RangeVar } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { nameParts } from '../tree.ts';
import { checkNaturalJoin } from './check-natural-join.ts';
import { conjuncts } from './conjuncts.ts';
import { functionRelation } from './function-relation.ts';
import { renameColumns } from './rename-columns.ts';
import { resolveExpression } from './resolve-expression.ts';
import { modelName } from './readable-tables.ts';
import { hasColumn, isHidden } from './resolve-column.ts';
import type { Relation, Resolution, Scope } from './scope.ts';

const mostRelations = 40;

/** A FROM clause resolved: its relations in a scope, and which of them the same condition speaks of. */
export interface ResolvedFrom {
  readonly scope: Scope;
  readonly links: Relation[][];
}

interface FromState extends ResolvedFrom {
  /** The scope's relations, to which each entry adds its own; an entry sees those before it. */
  readonly relations: Relation[];
  readonly surrounding: Scope;
  readonly resolution: Resolution;
}

/** Resolves the entries of a FROM clause from left to right. */
export function resolveFrom(items: readonly Node[], surrounding: Scope, resolution: Resolution): ResolvedFrom {
  const relations: Relation[] = [];
  const scope: Scope = { relations, ctes: surrounding.ctes, parent: surrounding };
  const state: FromState = { scope, links: [], relations, surrounding, resolution };
  for (const item of items) addItem(item, state);
  return state;
}

function addItem(item: Node, state: FromState): void {
  state.resolution.spent.relations += 1;
  if (state.resolution.spent.relations > mostRelations) throw new Refusal('too-complex', `The statement reads more than ${mostRelations} tables and queries.`);
  if ('RangeVar' in item) state.relations.push(tableRelation(item.RangeVar, state));
  else if ('RangeSubselect' in item) addLinked(state, () => subselectRelation(item.RangeSubselect, state));
  else if ('RangeFunction' in item) addLinked(state, () => resolveFunction(item.RangeFunction, state));
  else if ('JoinExpr' in item) addJoin(item.JoinExpr, state);
  else throw new Refusal('forbidden-node', `${Object.keys(item)[0] ?? 'An empty entry'} may not stand in FROM.`);
}

/** An entry is linked to the entries whose columns it reads (LATERAL). */
function addLinked(state: FromState, resolve: () => Relation): void {
  const start = state.resolution.met.length;
  const relation = resolve();
  state.links.push([relation, ...state.resolution.met.slice(start)]);
  state.relations.push(relation);
}

function tableRelation(range: RangeVar, { scope, resolution }: FromState): Relation {
  const cte = range.schemaname === undefined && range.catalogname === undefined ? scope.ctes.get(range.relname ?? '') : undefined;
  const name = range.alias?.aliasname ?? range.relname ?? '';
  if (cte !== undefined) return { ...cte, name, columns: renameColumns(cte.columns, range.alias?.colnames) };
  const table = modelName(range);
  const readable = table === undefined ? undefined : resolution.tables.find(table);
  if (table === undefined || readable === undefined) {
    const written = [range.catalogname, range.schemaname, range.relname].filter((part) => part !== undefined).join('.');
    throw new Refusal('unknown-relation', `The table "${written}" is not one that may be read.`);
  }
  if (range.alias?.colnames !== undefined) {
    throw new Refusal('forbidden-node', `The columns of "${table}" may not be renamed in FROM: new names could reach hidden columns.`);
  }
  resolution.read.add(table);
  return { name, ...readable, singleRow: false, ...(range.alias === undefined ? { table } : {}) };
}

function subselectRelation({ lateral, subquery, alias }: RangeSubselect, { scope, surrounding, resolution }: FromState): Relation {
  if (subquery === undefined || !('SelectStmt' in subquery)) throw new Refusal('forbidden-node', 'Only a SELECT may stand in FROM.');
  const derived = resolution.resolveSelect(subquery.SelectStmt, lateral === true ? scope : surrounding);
  return { ...derived, name: alias?.aliasname ?? '', columns: renameColumns(derived.columns, alias?.colnames) };
}

function resolveFunction(range: RangeFunction, { scope, resolution }: FromState): Relation {
  resolveExpression(range.functions, scope, resolution);
  return functionRelation(range);
}

function addJoin(join: JoinExpr, state: FromState): void {
  const sides = [join.larg, join.rarg].map((side) => {
    const start = state.relations.length;
    if (side !== undefined) addItem(side, state);
    return state.relations.slice(start);
  });
  if (join.isNatural === true) {
    checkNaturalJoin(sides);
    state.links.push(sides.flat());
  }
  for (const column of nameParts(join.usingClause)) {
    if (sides.flat().some((relation) => isHidden(relation, column))) throw new Refusal('denied', `The column "${column}" may not be read.`);
    const owners = sides.map((side) => side.filter((relation) => hasColumn(relation, column)));
    if (owners.some((side) => side.length === 0)) throw new Refusal('unknown-relation', `There is no column "${column}" on both sides of the join.`);
    state.links.push(owners.flat());
  }
  for (const condition of conjuncts(join.quals)) addCondition(condition, state);
}

function addCondition(condition: Node, { scope, links, resolution }: FromState): void {
  const start = resolution.met.length;
  resolveExpression(condition, scope, resolution);
  links.push(resolution.met.slice(start));
}
