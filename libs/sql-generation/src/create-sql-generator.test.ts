import { promptContractSchema } from '@sqlwright/prompt';
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
      { message: 'How many men?', text: '<|im_start|>user\nHow many men?<|im_end|>\n<|im_start|>assistant\n', stop: ['<|im_end|>'], maxTokens: 80, signal },
    ]);
  });

  it('tells an abstention from SQL', async () => {
    const generator = createSqlGenerator({ contract, schema: clinicSchema, model: scriptedModel("I don't know."), maxTokens: 80 });
    expect(await generator.generate('What is the weather?')).toEqual({ kind: 'abstention', reply: "I don't know." });
  });

  it('leaves the SQL as it is without domains', async () => {
    const generator = createSqlGenerator({ contract, schema: clinicSchema, model: scriptedModel("SELECT 1 FROM patient WHERE gender = 'Male'"), maxTokens: 80 });
    expect(await generator.generate('x')).toMatchObject({ sql: "SELECT 1 FROM patient WHERE gender = 'Male'", groundings: [] });
  });
});
