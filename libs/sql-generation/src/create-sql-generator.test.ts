import type { GenerationRequest, GenerationResult } from '@sqlwright/language-model';
import { promptContractSchema, untrainedContract } from '@sqlwright/prompt';
import { parseDdl } from '@sqlwright/schema';
import { clinicSchema } from '../test/clinic-schema.ts';
import { scriptedModel } from '../test/scripted-model.ts';
import { createSqlGenerator, type SqlGenerationOptions } from './create-sql-generator.ts';

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

  describe('where the constraint refuses all that the model writes', () => {
    const partial = { text: 'SELECT weight FROM', finishReason: 'refused', usage: { promptTokens: 9, completionTokens: 4 } } as const;
    const ask = async (second: GenerationResult, settings: SqlGenerationOptions = {}) => {
      const requests: GenerationRequest[] = [];
      const generate = async (request: GenerationRequest): Promise<GenerationResult> => (requests.push(request) === 1 ? partial : second);
      const generator = createSqlGenerator({ contract, schema: clinicSchema, model: { ...scriptedModel(''), generate }, maxTokens: 80 });
      return { generated: await generator.generate('Who is the heaviest?', settings), requests };
    };

    it('draws another statement, the same one every time, and shows nothing of it', async () => {
      const { generated, requests } = await ask({ ...partial, text: 'SELECT 1', finishReason: 'stop' }, { onText: () => undefined });
      expect(generated).toMatchObject({ kind: 'sql', sql: 'SELECT 1' });
      expect(requests).toEqual([expect.objectContaining({ onText: expect.any(Function) }), expect.objectContaining({ temperature: 0.6, seed: 1, constraint: expect.anything() })]);
      expect(requests[1]).not.toHaveProperty('onText');
    });

    it('abstains where that one cannot be written either', async () => {
      expect((await ask(partial)).generated).toEqual({ kind: 'abstention', reply: partial.text, isUnwritable: true });
    });

    it('tries no more than was asked for where it draws already', async () => {
      const { generated, requests } = await ask(partial, { temperature: 0.7, seed: 3 });
      expect(generated).toMatchObject({ isUnwritable: true });
      expect(requests).toHaveLength(1);
    });
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
