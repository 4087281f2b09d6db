import { promptContractSchema, untrainedContract } from '@sqlwright/prompt';
import { parseDdl } from '@sqlwright/schema';
import { clinicSchema } from '../test/clinic-schema.ts';
import { scriptedModel } from '../test/scripted-model.ts';
import { createSqlGenerator } from './create-sql-generator.ts';

const contract = promptContractSchema.parse({});

describe('createSqlGenerator', () => {
  it('asks with the rendered prompt and returns clean, grounded SQL', async () => {
    const reply = "```sql\nSELECT count(*) FROM patient WHERE gender = 'Male';\n```";
    const model = scriptedModel(reply);
    const generator = createSqlGenerator({ contract, schema: clinicSchema, model, domains: { 'patient.gender': ['M', 'F'] }, maxTokens: 80 });
    const { signal } = new AbortController();
    expect(await generator.generate('How many  men?', { signal })).toEqual({
      kind: 'sql',
      sql: "SELECT count(*) FROM patient WHERE gender = 'M'",
      reply,
      groundings: [{ column: 'patient.gender', written: 'Male', taken: 'M' }],
    });
    expect(model.requests).toEqual([
      { message: 'How many men?', shared: 0, text: '<|im_start|>user\nHow many men?<|im_end|>\n<|im_start|>assistant\n', stop: ['<|im_end|>'], maxTokens: 80, signal, constraint: { check: expect.any(Function) } },
    ]);
  });

  it('asks for another statement after one that failed: with the error where the model is instructed, by sampling where it is not', async () => {
    const failed = { sql: 'SELECT x', error: 'There is no column "x".' };
    const trained = scriptedModel('SELECT 1');
    await createSqlGenerator({ contract, schema: clinicSchema, model: trained, maxTokens: 80, constrain: false }).generate('How many?', { failed });
    expect(trained.requests).toEqual([expect.objectContaining({ message: 'How many?', temperature: 0.6 })]);
    expect(trained.requests[0]).not.toHaveProperty('constraint');
    const instructed = scriptedModel('SELECT 1');
    await createSqlGenerator({ contract: untrainedContract(contract), schema: clinicSchema, model: instructed, maxTokens: 80 }).generate('How many?', { failed });
    expect(instructed.requests[0]?.message).toContain('How many? This statement was refused: SELECT x The reason: There is no column "x". Write another one.');
  });

  it('tells an abstention from SQL', async () => {
    const generator = createSqlGenerator({ contract, schema: clinicSchema, model: scriptedModel("I don't know."), maxTokens: 80 });
    expect(await generator.generate('What is the weather?')).toEqual({ kind: 'abstention', reply: "I don't know." });
  });

  it('leaves the SQL as it is without domains', async () => {
    const generator = createSqlGenerator({ contract, schema: clinicSchema, model: scriptedModel("SELECT 1 FROM patient WHERE gender = 'Male'"), maxTokens: 80 });
    expect(await generator.generate('x')).toMatchObject({ sql: "SELECT 1 FROM patient WHERE gender = 'Male'", groundings: [] });
  });

  it('abstains where the statement asks for a value that its column can never hold', async () => {
    const schema = await parseDdl("CREATE TABLE member (id int PRIMARY KEY, plan text CHECK (plan IN ('adult', 'student')));");
    const reply = "SELECT id FROM member WHERE plan = 'teacher'";
    const generator = createSqlGenerator({ contract, schema, model: scriptedModel(reply), domains: {}, maxTokens: 80 });
    expect(await generator.generate('Which members are teachers?')).toEqual({ kind: 'abstention', reply, impossible: { column: 'member.plan', written: 'teacher' } });
  });
});
