import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readStage, silentProgress, type StageRun } from '@sqlwright/artifacts';
import { openPglite, type Database } from '@sqlwright/database';
import { promptContractSchema } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { scriptedGenerator } from '../test/scripted-generator.ts';
import { evaluate, type EvaluateInput } from './evaluate.ts';
import type { EvaluationQuestion } from './questions/evaluation-question.ts';
import { evaluationReportSchema } from './report/evaluation-report.ts';

const setup = `CREATE TABLE pet (pet_key int PRIMARY KEY, name text, weight numeric, born date);
INSERT INTO pet VALUES (1, 'Rex', 12.50, '2020-01-01'), (2, 'Mia', 3.25, '2021-06-01'), (3, 'Rex', NULL, NULL);`;

const column = (name: string, type: string) => ({ name, type, nullable: true });
const schema: DatabaseSchema = {
  enums: [],
  tables: [
    {
      name: 'pet',
      kind: 'table',
      columns: [column('pet_key', 'int'), column('name', 'text'), column('weight', 'numeric'), column('born', 'date')],
      primaryKey: ['pet_key'],
      uniqueKeys: [],
      foreignKeys: [],
      checks: [],
    },
  ],
};

const question = (id: string, gold: string[] | null, level: EvaluationQuestion['level'] = 'easy'): EvaluationQuestion => ({ id, question: id, gold, topic: 'pets', level });

const questions = [
  question('count', ['SELECT count(*) FROM pet']),
  { ...question('heaviest', ['SELECT name FROM pet WHERE weight IS NOT NULL ORDER BY weight DESC'], 'hard'), ordered: true },
  question('names', ['SELECT DISTINCT name FROM pet', 'SELECT name FROM pet'], 'medium'),
  question('broken', ['SELECT max(born) FROM pet']),
  question('slow', ['SELECT min(born) FROM pet'], 'hard'),
  question('drop', ['SELECT avg(weight) FROM pet'], 'hard'),
  question('none', ["SELECT name FROM pet WHERE name = 'Tom'"]),
  question('shy', ['SELECT min(weight) FROM pet']),
  question('weather', null),
  question('owner', null),
];

const replies = {
  count: 'SELECT count(pet_key) AS n FROM pet',
  heaviest: 'SELECT name FROM pet WHERE weight IS NOT NULL ORDER BY weight',
  names: 'SELECT pet_key, name FROM pet',
  broken: 'SELECT 1 / (count(*) - 3) FROM pet',
  slow: `SELECT count(*) FROM pet p0 ${Array.from({ length: 19 }, (_, index) => `JOIN pet p${index + 1} ON p${index}.pet_key <> p${index + 1}.pet_key + 9`).join(' ')}`,
  drop: 'DROP TABLE pet',
  none: 'SELECT name FROM pet WHERE false',
  shy: null,
  weather: null,
  owner: 'SELECT name FROM pet',
  'Heavy pets?': 'SELECT name FROM pet WHERE weight > 10',
};

describe('evaluate', () => {
  let folder: string;
  let database: Database;
  let run: StageRun;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'evaluate-'));
    run = { dataset: 'pets', folder: path.join(folder, 'evaluate'), signal: new AbortController().signal, progress: silentProgress };
    database = await openPglite();
    await database.execute(setup);
  }, 300_000);
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const input = (changes: Partial<EvaluateInput> = {}): EvaluateInput => ({
    schema,
    database,
    questions,
    evalSamples: [
      { instruction: '', input: 'Heavy pets?', output: 'SELECT name FROM pet WHERE weight > 10;' },
      { instruction: '', input: 'Who won?', output: "I don't know" },
    ],
    contract: promptContractSchema.parse({}),
    candidates: [
      { name: 'tuned', generator: scriptedGenerator(replies) },
      { name: 'base', generator: scriptedGenerator({ count: replies.count }), sampleLimit: 5 },
    ],
    limits: { evalSamples: 10, statementSeconds: 1.5 },
    upstream: { quantize: 'a'.repeat(64) },
    ...changes,
  });

  it('judges every candidate by what its SQL returns', async () => {
    await evaluate(run, input());
    const { manifest, file } = await readStage('evaluate', run.folder, ['evaluation.json', 'summary.md', 'report.html']);
    const report = evaluationReportSchema.parse(JSON.parse(await readFile(file('evaluation.json'), 'utf8')));
    const [tuned, base] = report.candidates;

    const ended = Object.fromEntries((tuned?.records.development ?? []).map(({ id, outcome }) => [id, outcome]));
    expect(ended).toEqual({
      count: 'exact',
      heaviest: 'wrong-rows',
      names: 'subset',
      broken: 'failed',
      slow: 'timeout',
      drop: 'blocked',
      none: 'coincidence',
      shy: 'abstained',
      weather: 'refused',
      owner: 'answered',
    });
    expect(tuned?.development).toMatchObject({ answerable: 8, executionAccuracy: 1 / 8, testSuiteAccuracy: null, subsetAccuracy: 2 / 8, emptyMatches: 1, refusalRecall: 1 / 2, refusalPrecision: 1 / 2, falseRefusals: 1 });
    expect(tuned?.evalSamples).toMatchObject({ textMatch: { samples: 2, exactMatch: 1, tokenMatch: 1 }, figures: { executionAccuracy: 1, refusalRecall: 1 } });
    expect(base?.records.development.map(({ id }) => id)).toEqual(['count', 'names', 'slow', 'none', 'weather']);
    expect([tuned?.shared.questions, base?.shared.executionAccuracy]).toEqual([5, 1 / 4]);
    expect(report.warnings).toEqual([expect.stringContaining('"none"')]);
    expect(manifest.details.candidates).toMatchObject([{ name: 'tuned', executionAccuracy: 0.125, tokenMatch: 1 }, { name: 'base' }]);
    expect(JSON.stringify(manifest)).not.toMatch(/seconds/i);
  }, 300_000);

  it.each([
    ['fails', 'SELECT 1 / (count(*) - 3) FROM pet'],
    ['is refused', 'DELETE FROM pet'],
  ])('stops before any model is asked where a gold SQL %s', async (_, sql) => {
    const generator = scriptedGenerator(replies);
    const broken = input({ questions: [question('bad', [sql])], candidates: [{ name: 'tuned', generator }] });
    await expect(evaluate(run, broken)).rejects.toMatchObject({ code: 'questions.invalid', message: expect.stringContaining('"bad"') });
    expect(generator.asked).toEqual([]);
  });

  it('keeps the last report when it is stopped', async () => {
    const controller = new AbortController();
    const progress = { ...silentProgress, step: (name: string) => name.startsWith('tuned') && controller.abort() };
    const before = await readFile(path.join(run.folder, 'manifest.json'), 'utf8');
    await expect(evaluate({ ...run, signal: controller.signal, progress }, input())).rejects.toMatchObject({ code: 'run.cancelled' });
    expect(await readFile(path.join(run.folder, 'manifest.json'), 'utf8')).toBe(before);
  });
});
