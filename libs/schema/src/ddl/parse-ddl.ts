import { SqlwrightError } from '@sqlwright/errors';
import { parse } from 'libpg-query';
import type { ParseResult } from '@pgsql/types';
import { databaseSchemaSchema, type DatabaseSchema } from '../schema.ts';
import { checkReferences } from './check-references.ts';
import { mapDialect, type MappedDdl } from './map-dialect.ts';
import { offsetOfByte, sourcePosition } from './source-position.ts';
import { applyStatement, UnmappableStatement } from './apply-statement.ts';
import { emptyDraft } from './schema-draft.ts';

/**
 * Parses DDL, PostgreSQL's or MySQL-style, into the schema model with PostgreSQL's own grammar.
 * @throws SqlwrightError ddl.syntax and ddl.unsupported with line and column, ddl.invalid for a key over a column that is not there
 */
export async function parseDdl(source: string): Promise<DatabaseSchema> {
  const mapped = mapDialect(source);
  const tree = await parseMapped(mapped, source);
  const draft = emptyDraft();
  for (const raw of tree.stmts ?? []) {
    try {
      await applyStatement(draft, raw.stmt);
    } catch (error) {
      if (!(error instanceof UnmappableStatement)) throw error;
      throw unsupported(error, positionOf(mapped, source, raw.stmt_location ?? 0));
    }
  }
  if (draft.tables.length === 0) throw new SqlwrightError('ddl.invalid', 'The DDL defines no table.', { hint: 'Give a file with CREATE TABLE statements.' });
  const schema = databaseSchemaSchema.parse(draft);
  checkReferences(schema);
  return schema;
}

async function parseMapped(mapped: MappedDdl, source: string): Promise<ParseResult> {
  try {
    return (await parse(mapped.sql)) as ParseResult;
  } catch (error) {
    const { line, column } = sourcePosition(source, mapped.sourceOffset(cursorPosition(error) ?? 0));
    const reason = error instanceof Error ? error.message : String(error);
    throw new SqlwrightError('ddl.syntax', `DDL line ${line}, column ${column}: ${reason}`, { cause: error, hint: 'Mend the DDL at this place; PostgreSQL and MySQL spellings are understood.' });
  }
}

/** PostgreSQL counts the place of an error in characters, that of a statement in bytes. */
function cursorPosition(error: unknown): number | undefined {
  const details = (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails;
  return details?.cursorPosition;
}

/** A statement's location begins right after the semicolon before it: move on to its first word. */
function positionOf(mapped: MappedDdl, source: string, byte: number): { line: number; column: number } {
  const start = offsetOfByte(mapped.sql, byte);
  const leading = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/.exec(mapped.sql.slice(start))?.[0].length ?? 0;
  return sourcePosition(source, mapped.sourceOffset(start + leading));
}

function unsupported(error: UnmappableStatement, at: { line: number; column: number }): SqlwrightError {
  return new SqlwrightError('ddl.unsupported', `DDL line ${at.line}, column ${at.column}: ${error.message}`, {
    hint: 'Leave this statement out; the schema needs CREATE TABLE, CREATE TYPE … AS ENUM, CREATE VIEW, COMMENT ON and keys.',
  });
}
