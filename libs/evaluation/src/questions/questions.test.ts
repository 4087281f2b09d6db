import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promptContractSchema } from '@sqlwright/prompt';
import { selectEvalSamples, toQuestion } from './eval-sample.ts';
import { readPredictionQuestions } from './read-prediction-questions.ts';
import { readQuestions } from './read-questions.ts';
import { spread } from './spread.ts';

const question = { id: 'q1', question: 'How many?', gold: ['SELECT 1'], topic: 'counts', level: 'easy' };
const line = (changes: object): string => JSON.stringify({ ...question, ...changes });

describe('questions files', () => {
  let folder: string;
  const write = async (...lines: string[]): Promise<string> => {
    const file = path.join(folder, 'questions.jsonl');
    await writeFile(file, lines.join('\n'));
    return file;
  };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'questions-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are read past empty lines', async () => {
    const file = await write(line({}), '', `${line({ id: 'q2', gold: null })}\r`, '');
    expect(await readQuestions(file)).toEqual([question, { ...question, id: 'q2', gold: null }]);
  });

  it.each([
    ['no JSON', '{"id":', /line 3 is not JSON/],
    ['a wrong key', line({ id: 'q2', golds: [] }), /line 3 is not valid:\n.*unknown key golds \(did you mean "gold"\?\)/],
    ['an empty gold', line({ id: 'q2', gold: [] }), /line 3 is not valid:\n {2}gold/],
    ['an id twice', line({}), /line 3: the id "q1" is already taken by line 1/],
  ])('name the line with %s', async (_, bad, message) => {
    const file = await write(line({}), '', bad);
    await expect(readQuestions(file)).rejects.toMatchObject({ code: 'questions.invalid', message: expect.stringMatching(message) });
  });

  it('must be there and hold a question', async () => {
    await expect(readQuestions(path.join(folder, 'none.jsonl'))).rejects.toMatchObject({ code: 'questions.invalid' });
    await expect(readPredictionQuestions(await write('', ''))).rejects.toMatchObject({ code: 'questions.invalid', message: expect.stringContaining('holds no question') });
  });

  it('for predictions may hold more than is read', async () => {
    const file = await write('{"id": 7, "question": "Who?", "db": "customer"}');
    expect(await readPredictionQuestions(file)).toEqual([{ id: 7, question: 'Who?' }]);
    await expect(readPredictionQuestions(await write('{"id": "a"}'))).rejects.toMatchObject({ message: expect.stringMatching(/line 1 is not valid:\n {2}question/) });
  });
});

describe('eval samples', () => {
  const sample = (output: string) => ({ instruction: '', input: 'q', output });

  it('are chosen a template at a time', () => {
    const samples = ["SELECT 1 WHERE 'a'", "select 2  WHERE 'b'", 'SELECT x', "SELECT 3 WHERE 'c'", 'SELECT y'].map(sample);
    expect(selectEvalSamples(samples, 3).map(({ output }) => output)).toEqual(["SELECT 1 WHERE 'a'", 'SELECT x', 'SELECT y']);
    expect(selectEvalSamples(samples, 4)).toHaveLength(4);
  });

  it('are unanswerable where the abstention is expected', () => {
    const contract = promptContractSchema.parse({});
    expect(toQuestion(sample("I don't know"), 0, contract)).toMatchObject({ id: 'eval-001', gold: null });
    expect(toQuestion(sample('SELECT 1;'), 1, contract)).toMatchObject({ id: 'eval-002', gold: ['SELECT 1'] });
  });
});

describe('spread', () => {
  it('takes items at even distances', () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
    expect(spread([0, 1], 5)).toEqual([0, 1]);
    expect(spread([0, 1], 0)).toEqual([]);
    expect(spread([0, 1])).toEqual([0, 1]);
  });
});
