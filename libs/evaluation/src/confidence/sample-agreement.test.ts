import { openPglite, type Database } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { parseDdl } from '@sqlwright/schema';
import type { GeneratedSql } from '@sqlwright/sql-generation';
import type { ExecutionContext } from '../judgement/execute.ts';
import { sampleAgreement } from './sample-agreement.ts';

const ddl = 'CREATE TABLE pet (pet_key INT PRIMARY KEY, name TEXT);';
const sql = (text: string): GeneratedSql => ({ kind: 'sql', sql: text, reply: text, groundings: [] });
const refusal: GeneratedSql = { kind: 'abstention', reply: "I don't know" };
const failure = new SqlwrightError('provider.bad-reply', 'no reply', { hint: '' });

describe('sampleAgreement', () => {
  let database: Database;
  let context: ExecutionContext;
  beforeAll(async () => {
    database = await openPglite();
    await database.execute(`${ddl} INSERT INTO pet VALUES (1, 'Rex'), (2, 'Mia')`);
    context = { schema: await parseDdl(ddl), database, limits: { maxRows: 100, seconds: 5 } };
  }, 300_000);
  afterAll(() => database.close());

  const agreementOf = async (predicted: string | null, samples: readonly (GeneratedSql | SqlwrightError)[]): Promise<number | null> => {
    const given = predicted === null ? undefined : await database.read(predicted, context.limits);
    const left = [...samples];
    return sampleAgreement(predicted, given, () => Promise.resolve(left.shift()!), samples.length, context);
  };

  it('counts samples of the same text or the same rows, whatever their order', async () => {
    expect(await agreementOf('SELECT name FROM pet', [sql('select name  from pet'), sql('SELECT name FROM pet ORDER BY name'), sql('SELECT name FROM pet WHERE pet_key = 1'), refusal])).toBe(0.5);
  });

  it('takes one that cannot run, or may not, as another answer', async () => {
    expect(await agreementOf('SELECT name FROM pet', [sql('SELECT nam FROM pet'), sql('DROP TABLE pet'), sql('SELECT 1 / 0'), sql('SELECT name FROM pet')])).toBe(0.25);
  });

  it('counts refusals of a refusal', async () => expect(await agreementOf(null, [refusal, refusal, sql('SELECT 1'), refusal])).toBe(0.75));

  it('leaves out samples that failed, and knows nothing where all did', async () => {
    expect(await agreementOf(null, [failure, refusal, failure, sql('SELECT 1')])).toBe(0.5);
    expect(await agreementOf(null, [failure, failure])).toBeNull();
  });
});
