import type { DatabaseSchema } from '@sqlwright/schema';
import type { A_Expr, A_Indirection, CollateClause, FuncCall, Node, ResTarget, SQLValueFunction, SubLink, TypeName } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { nameParts } from '../tree.ts';
import { checkArguments } from './check-arguments.ts';
import { checkGrowth } from './check-growth.ts';
import { allowedFunctions } from './allowed-functions.ts';
import { allowedOperators } from './allowed-operators.ts';
import { allowedTypes, largestTypeModifier } from './allowed-types.ts';
import type { RuleContext } from './rule-context.ts';

/** A method's type, so that each rule may name the node that it is for. */
type NodeRule = { check(fields: object, context: RuleContext): void }['check'];

/** Rules for nodes whose kind alone does not tell whether they are harmless. */
export const nodeRules: Readonly<Record<string, NodeRule>> = {
  FuncCall: checkFunction,
  TypeName: checkType,
  A_Expr: ({ name }: A_Expr) => checkOperator(name),
  SubLink: ({ operName }: SubLink) => checkOperator(operName),
  SQLValueFunction: checkValueFunction,
  A_Indirection: checkIndirection,
  CollateClause: checkCollation,
  ResTarget: ({ val }: ResTarget, context) => checkGrowth(val, context),
};

/** A name is looked up without schema or in pg_catalog; another schema's functions are the database's own. */
function builtinName(name: readonly Node[] | undefined): string | undefined {
  const parts = nameParts(name);
  if (parts.length === 2 && parts[0] === 'pg_catalog') return parts[1];
  return parts.length === 1 ? parts[0] : undefined;
}

function checkFunction(call: FuncCall, context: RuleContext): void {
  const name = builtinName(call.funcname);
  const written = nameParts(call.funcname).join('.');
  if (name === undefined || !allowedFunctions.has(name)) throw new Refusal('forbidden-function', `The function ${written} may not be called.`);
  checkArguments(name, call.args ?? [], context);
}

function checkOperator(name: readonly Node[] | undefined): void {
  if (name === undefined) return;
  const operator = builtinName(name);
  if (operator === undefined || !allowedOperators.has(operator)) throw new Refusal('forbidden-function', `The operator ${nameParts(name).join('.')} may not be used.`);
}

function checkType(type: TypeName, { schema }: RuleContext): void {
  const parts = nameParts(type.names);
  const builtin = builtinName(type.names);
  const written = parts[0] === 'public' ? parts.slice(1).join('.') : parts.join('.');
  if (!isOwnType(written, schema) && (builtin === undefined || !allowedTypes.has(builtin))) throw new Refusal('forbidden-node', `The type ${parts.join('.')} may not be used.`);
  for (const modifier of type.typmods ?? []) {
    const size = 'A_Const' in modifier ? (modifier.A_Const.ival?.ival ?? 0) : Infinity;
    if (size > largestTypeModifier) throw new Refusal('too-complex', `The type ${parts.join('.')} is asked for in a size that may not be used.`);
  }
}

/** Enums, and the types of columns that an extension brought (citext, geometry): what a column holds may be written as a literal too. */
function isOwnType(written: string, schema: DatabaseSchema | undefined): boolean {
  if (schema === undefined || /^(pg_|reg)|^(oid|xid|cid|tid|name|bytea|xml|record|refcursor|"char")$/.test(written)) return false;
  return schema.enums.some(({ name }) => name === written) || schema.tables.some(({ columns }) => columns.some(({ type }) => type === written));
}

const valueFunctions = /^SVFOP_(CURRENT_(DATE|TIME|TIMESTAMP)|LOCALTIME|LOCALTIMESTAMP)(_N)?$/;

function checkValueFunction({ op }: SQLValueFunction): void {
  if (!valueFunctions.test(op ?? '')) throw new Refusal('forbidden-function', `${(op ?? '').replace('SVFOP_', '')} may not be read.`);
}

/** `(c).name` reads a field or, where there is none, calls a function of that name with the row. */
function checkIndirection({ indirection }: A_Indirection): void {
  if ((indirection ?? []).every((step) => 'A_Indices' in step)) return;
  throw new Refusal('forbidden-function', 'A field of an expression may not be read: it can be a function call.');
}

function checkCollation({ collname }: CollateClause): void {
  if (builtinName(collname) === undefined) throw new Refusal('forbidden-node', `The collation ${nameParts(collname).join('.')} may not be used.`);
}
