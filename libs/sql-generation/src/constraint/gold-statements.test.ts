import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDdl } from '@sqlwright/schema';
import { firstRefusal } from '../../test/first-refusal.ts';
import { createSqlConstraint } from './create-sql-constraint.ts';

const datasets = path.join(import.meta.dirname, '../../../../datasets');

/** The lines of all files of a dataset that a pattern names. */
async function readLines(dataset: string, pattern: string): Promise<{ sql?: string | null; gold?: string[] | null }[]> {
  const files = (await Array.fromAsync(glob(path.join(datasets, dataset, pattern)))).sort();
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.flatMap((text) => text.trim().split('\n').map((line) => JSON.parse(line)));
}

describe('the statements of the datasets', () => {
  it.each([
    { dataset: 'customer', pattern: 'development.jsonl', every: 4 },
    { dataset: 'library', pattern: 'development.jsonl', every: 4 },
    { dataset: 'hotel', pattern: 'development.jsonl', every: 1 },
    { dataset: 'school', pattern: 'development.jsonl', every: 1 },
    { dataset: 'customer', pattern: 'recorded/*.reply.jsonl', every: 30 },
  ])('stay as they are while they are written: $dataset, $pattern', async ({ dataset, pattern, every }) => {
    const constraint = createSqlConstraint(await parseDdl(await readFile(path.join(datasets, dataset, 'schema.sql'), 'utf8')));
    const statements = (await readLines(dataset, pattern)).flatMap(({ sql, gold }) => gold ?? sql ?? []).filter((_, index) => index % every === 0);
    expect(statements.length).toBeGreaterThan(50);
    expect(statements.filter((sql) => firstRefusal(constraint, sql) !== undefined)).toEqual([]);
  });
});
