import { openPglite, type Database } from '@sqlwright/database';
import type { DatasetConfig } from '@sqlwright/dataset-config';
import { parseDdl, type DatabaseSchema } from '@sqlwright/schema';
import { readDomains } from './read-domains.ts';

const ddl = "CREATE TYPE finish AS ENUM ('glossy', 'matt'); CREATE TABLE product (id int PRIMARY KEY, colour text, finish finish);";

describe('readDomains', () => {
  let database: Database;
  let schema: DatabaseSchema;
  beforeAll(async () => {
    schema = await parseDdl(ddl);
    database = await openPglite();
    await database.execute(`${ddl} INSERT INTO product VALUES (1, 'secret', 'matt')`);
  });
  afterAll(() => database.close());
  const domainsWhere = (readValues: boolean): Promise<unknown> => readDomains({ config: { schema: { readValues } } as DatasetConfig }, database, schema);

  it('reads the rows, or the schema alone where values may not be read', async () => {
    expect(await domainsWhere(true)).toEqual({ 'product.colour': ['secret'], 'product.finish': ['matt'] });
    expect(await domainsWhere(false)).toEqual({ 'product.finish': ['glossy', 'matt'] });
  });
});
