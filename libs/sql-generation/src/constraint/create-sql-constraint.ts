import type { TextConstraint } from '@sqlwright/language-model';
import type { DatabaseSchema } from '@sqlwright/schema';
import { createDrafter } from './draft-continuation.ts';
import { lexTokens, type Token } from './lex-tokens.ts';
import { createNameCatalog, type NameCatalog } from './name-catalog.ts';
import { readQuery } from './read-query.ts';
import type { Reading } from './reading.ts';
import { refuseReference, refuseName } from './refuse-name.ts';
import { resolveReference } from './resolve-reference.ts';
import { TokenCursor } from './token-cursor.ts';

/**
 * Keeps a model from naming tables and columns that are not there: not in the schema, or not in the tables that the SELECT reads, nor in those of a
 * SELECT around it. A name is refused as soon as nothing that follows could make it right, and the model goes on from there in another way. Names that the
 * statement itself gives (AS, WITH, aliases, columns of a query in FROM) are known. A reply that is no query is left alone. Whether the statement may run is
 * for the guard.
 */
export function createSqlConstraint(schema: DatabaseSchema): TextConstraint {
  const catalog = createNameCatalog(schema);
  const draft = createDrafter(schema, catalog);
  return {
    check: (text, ended) => {
      if (!/^[\s(]*(select|with)\b/i.test(text)) return { settled: text.length };
      const reading = readStatement(text, ended, catalog);
      const refused = firstRefused(reading);
      const settled = ended ? text.length : settledLength(reading, text);
      return refused === undefined ? { settled, draft: ended ? '' : draft(text) } : { settled, refused };
    },
  };
}

function readStatement(text: string, ended: boolean, catalog: NameCatalog): Reading {
  const tokens = new TokenCursor(lexTokens(text), ended ? text.length : undefined);
  const reading: Reading = { tokens, catalog, references: [], wrongNames: [], unfinished: undefined, readQuery };
  readQuery(reading, { parent: undefined, withQueries: new Map() });
  return reading;
}

function firstRefused({ catalog, references, wrongNames }: Reading): number | undefined {
  const wrong = references.find((reference) => ['unknown', 'ambiguous'].includes(resolveReference(reference)));
  const offsets = [...wrongNames.map(refuseName), ...(wrong === undefined ? [] : [refuseReference(catalog, wrong, references)])];
  return offsets.length === 0 ? undefined : Math.min(...offsets);
}

/** What follows may yet make a column wrong whose table is open, and the last word longer. */
function settledLength({ references, tokens, unfinished }: Reading, text: string): number {
  const open = references.flatMap((reference) => (resolveReference(reference) === 'open' ? [reference.qualifier ?? reference.column] : []));
  return Math.min(text.length, ...[tokens.unread, unfinished, ...open].map((token) => beginning(token, text)));
}

/** A name in double quotes begins with these. */
function beginning(token: Token | undefined, text: string): number {
  if (token === undefined) return text.length;
  return token.kind === 'name' ? token.start - 1 : token.start;
}
