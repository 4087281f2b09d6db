import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { generateSeed, openPglite, type SeedOptions } from '@sqlwright/database';
import { loadDatasetConfig } from '@sqlwright/dataset-config';
import { parseDdl, renderDdl } from '@sqlwright/schema';
import { guardSql } from '@sqlwright/sql-guard';
import { synthesizeByGrammar } from './synthesize-by-grammar.ts';

const abstention = "I don't know";
const seed: SeedOptions = { randomSeed: 1, asOf: '2026-11-20', rows: {}, defaultRows: 80, childrenPerParent: {}, values: {}, combinations: [], nullFraction: 0.08 };
const workspace = path.join(import.meta.dirname, '../../../..');
const customer = await loadDatasetConfig(workspace, 'customer');

describe('the grammar on a seeded database', () => {
  it.each([
    ['clinic', path.join(import.meta.dirname, '../../test/clinic.sql'), seed],
    ['college', path.join(import.meta.dirname, '../../test/college.sql'), seed],
    ['customer', path.join(customer.folder, 'schema.sql'), customer.config.schema.seed],
  ])('writes SQL that the guard allows and the database runs: %s', async (_, file, options) => {
    const schema = await parseDdl(await readFile(file, 'utf8'));
    const database = await openPglite();
    try {
      await database.execute(renderDdl(schema));
      await database.execute(generateSeed(schema, options));
      const samples = synthesizeByGrammar({ schema, domains: await database.readDomains(schema), samples: 300, randomSeed: 3, abstention, today: '2026-11-22' });
      expect(samples).toHaveLength(300);
      for (const { sql, tables } of samples.filter((sample) => sample.sql !== abstention)) {
        const verdict = await guardSql(sql, schema);
        expect({ sql, verdict: verdict.allowed && [...verdict.relations].sort() }).toEqual({ sql, verdict: [...tables].sort() });
        await database.read(sql, { maxRows: 20, seconds: 5 });
      }
    } finally {
      await database.close();
    }
  });
});
