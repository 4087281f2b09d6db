import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { openPglite, renderSeededDatabase, type SeedOptions } from '@sqlwright/database';
import { loadDatasetConfig } from '@sqlwright/dataset-config';
import { parseDdl } from '@sqlwright/schema';
import { guardSql } from '@sqlwright/sql-guard';
import { readPhrasebook } from '../phrasebook/phrase.ts';
import { synthesizeByGrammar } from './synthesize-by-grammar.ts';

const abstention = "I don't know";
const seed: SeedOptions = { randomSeed: 1, asOf: '2026-11-20', rows: {}, defaultRows: 80, childrenPerParent: {}, values: {}, combinations: [], nullFraction: 0.08 };
const workspace = path.join(import.meta.dirname, '../../../..');
const customer = await loadDatasetConfig(workspace, 'customer');
const test = path.join(import.meta.dirname, '../../test');
/** Fifteen databases in as many habits of naming: `tbl_club.city_nm`, `emp.dept_cd`, `customers.id`. */
const schemas = (await readdir(path.join(test, 'schemas'))).sort();

describe('the grammar on a seeded database', () => {
  it.each<[name: string, file: string, options: SeedOptions, count: number]>([
    ['clinic', path.join(test, 'clinic.sql'), seed, 300],
    ['college', path.join(test, 'college.sql'), seed, 300],
    ['customer', path.join(customer.folder, 'schema.sql'), customer.config.schema.seed, 300],
    ...schemas.map((name): [string, string, SeedOptions, number] => [name, path.join(test, 'schemas', name), seed, 100]),
  ])('writes SQL that the guard allows and the database runs: %s', async (name, file, options, count) => {
    const schema = await parseDdl(await readFile(file, 'utf8'));
    const database = await openPglite();
    try {
      for (const statement of renderSeededDatabase(schema, options)) await database.execute(statement);
      // The phrases are made of what was asked of customer.
      const phrasebook = name === 'customer' ? undefined : readPhrasebook();
      const samples = synthesizeByGrammar({ schema, domains: await database.readDomains(schema), samples: count, randomSeed: 3, abstention, today: '2026-11-22', phrasebook });
      expect(samples).toHaveLength(count);
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
