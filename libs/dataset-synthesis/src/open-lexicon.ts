import { readFile, writeFile } from 'node:fs/promises';
import type { DatabaseSchema } from '@sqlwright/schema';
import { buildLexicon } from './grammar/lexicon.ts';
import { parseLexiconFile, renderLexiconFile, type LexiconFile } from './grammar/lexicon/lexicon-file.ts';

type Known = Readonly<Record<string, readonly string[]>>;

/**
 * Tells the lexicon of a schema by rules and renders it as the file that people edit.
 * @param domains known values by `table.column`; those of enums and checks are found without
 */
export function renderLexicon(schema: DatabaseSchema, domains: Known): string {
  return renderLexiconFile(buildLexicon(schema, domains));
}

/**
 * Reads the lexicon of a dataset; where there is none, one is told from the schema by rules and written for people to edit.
 * @param domains known values by `table.column`
 * @throws SqlwrightError config.invalid
 */
export async function openLexicon(file: string, schema: DatabaseSchema, domains: Known): Promise<LexiconFile> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return parseLexiconFile(text, schema);
  const written = renderLexicon(schema, domains);
  await writeFile(file, written);
  return parseLexiconFile(written, schema);
}
