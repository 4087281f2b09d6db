import type { DatabaseSchema } from '@sqlwright/schema';
import type { SelectStmt } from 'libpg-query';
import { Refusal } from '../refusal.ts';
import { nodeFields } from './node-fields.ts';
import { nodeRules } from './node-rules.ts';
import type { RuleContext } from './rule-context.ts';

const deepest = 60;

/** Walks every field of every node and refuses the first that is not on the allow-lists. */
export function checkTree(statement: SelectStmt, schema: DatabaseSchema | undefined): void {
  checkFields('SelectStmt', statement, 1, { schema, seriesRows: 1, repetitions: 1 });
}

function checkFields(type: string, fields: object, depth: number, context: RuleContext): void {
  if (depth > deepest) throw new Refusal('too-complex', `The statement is nested more than ${deepest} levels deep.`);
  const allowed = Object.hasOwn(nodeFields, type) ? nodeFields[type] : undefined;
  if (allowed === undefined) throw unknownNode(type);
  nodeRules[type]?.(fields, context);
  for (const [name, value] of Object.entries(fields)) {
    const kind = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (kind === undefined) throw unknownField(type, name);
    if (kind === 'value') checkValue(type, name, value);
    else if (kind === 'node') checkNode(value, depth, context);
    else if (kind === 'nodes') for (const item of value as unknown[]) checkNode(item, depth, context);
    else checkFields(kind.of, value as object, depth + 1, context);
  }
}

/** A node is an object with its type as the only key; lists have empty ones for what was left out. */
function checkNode(node: unknown, depth: number, context: RuleContext): void {
  for (const [type, fields] of Object.entries(node as object)) checkFields(type, fields as object, depth + 1, context);
}

function checkValue(type: string, name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) throw unknownField(type, name);
}

function unknownNode(type: string): Refusal {
  if (/^(Insert|Update|Delete|Merge)Stmt$/.test(type)) return new Refusal('modifies-data', `A part of the statement changes data (${type}).`);
  return new Refusal('forbidden-node', `The statement holds a part that may not be used (${type}).`);
}

function unknownField(type: string, name: string): Refusal {
  if (name === 'intoClause') return new Refusal('modifies-data', 'SELECT … INTO makes a table.');
  if (name === 'lockingClause') return new Refusal('locks-rows', 'FOR UPDATE and FOR SHARE lock rows.');
  return new Refusal('forbidden-node', `The statement holds a part that may not be used (${type}.${name}).`);
}
