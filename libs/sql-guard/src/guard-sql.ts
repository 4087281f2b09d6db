import type { DatabaseSchema } from '@sqlwright/schema';
import { checkTree } from './grammar/check-tree.ts';
import { resolveStatement } from './names/resolve-statement.ts';
import { parseStatement } from './parse-statement.ts';
import { qualifyFunctions } from './qualify-functions.ts';
import { Refusal } from './refusal.ts';
import type { GuardVerdict } from './verdict.ts';

export interface GuardOptions {
  /** What may not be read though the schema or the database has it: `table`, `table.column`, or `*.column` for a column of any table. */
  readonly denied?: readonly string[];
}

const nothing: readonly string[] = [];

/**
 * Says whether a text is one SELECT (or VALUES) that only reads the tables of the schema. PostgreSQL's own grammar reads the text; every
 * field of every node, every function, type, operator, table and column must be on an allow-list, so what is unknown is refused.
 * Never throws on a bad text. A wall among others: run what it allows in a READ ONLY transaction with a time limit all the same.
 * @param sql at most 10,000 characters
 * @param schema the tables and columns that may be read; nothing else of the database may be. Without it (undefined) any table may be read that is
 *   not the server's own and does not sound like a secret, and columns cannot be told from functions of the database that take a row
 */
export async function guardSql(sql: string, schema: DatabaseSchema | undefined, { denied = nothing }: GuardOptions = {}): Promise<GuardVerdict> {
  try {
    const statement = await parseStatement(sql);
    checkTree(statement, schema);
    return { allowed: true, relations: resolveStatement(statement, schema, denied), sql: qualifyFunctions(sql, statement) };
  } catch (error) {
    if (error instanceof Refusal) return { allowed: false, code: error.code, reason: error.message };
    throw error;
  }
}
