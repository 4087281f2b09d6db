import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openPostgres } from '@sqlwright/database';
import { evaluationReportSchema, type EvaluationReport } from '@sqlwright/evaluation';
import { fakeOpenai } from '../test/fake-openai.ts';

const server = process.env['SQLWRIGHT_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const cli = path.resolve(import.meta.dirname, '../bin/sqlwright.js');
const database = `evaluate_${process.pid}`;
const url = server.replace(/\/[^/]*$/, `/${database}`);

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command while this process answers for the model. */
function sqlwright(...args: string[]): Promise<Ended> {
  const { NODE_OPTIONS: _jest, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', cli, ...args], { env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr }));
  });
}

const line = (id: string, question: string, gold: string[] | null): string => JSON.stringify({ id, question, gold, topic: 'pets', level: 'easy' });
const questions = [
  line('count', 'how many pets', ['SELECT count(*) FROM pet']),
  line('rex', 'who is heavy', ['SELECT name FROM pet WHERE weight > 10']),
  line('weather', 'how is the weather', null),
  line('endless', 'tell me a story', ['SELECT name FROM pet']),
  line('names', 'all names', ['SELECT DISTINCT name FROM pet', 'SELECT name FROM pet']),
];
const replies: Record<string, string> = {
  'how many pets': 'SELECT COUNT(pet_key) FROM pet;',
  'who is heavy': '```sql\nSELECT name FROM pet WHERE weight >= 3\n```',
  'how is the weather': "I don't know",
  'all names': 'SELECT name FROM pet',
};
const replyTo = (prompt: string): string | undefined => Object.entries(replies).find(([question]) => prompt.includes(question))?.[1];

describe('sqlwright evaluate --questions', () => {
  let folder: string;
  const execute = async (sql: string, at = server): Promise<void> => {
    const connection = await openPostgres(at);
    await connection.execute(sql).finally(() => connection.close());
  };
  const makeDatabase = async (): Promise<void> => {
    await execute(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await execute(`CREATE DATABASE ${database}`);
    await execute("CREATE TABLE pet (pet_key int PRIMARY KEY, name text, weight numeric(5,2)); INSERT INTO pet VALUES (1, 'Rex', 12.5), (2, 'Mia', 3.25), (3, 'Tom', NULL)", url);
  };
  const evaluate = async (answer: Parameters<typeof fakeOpenai>[0], lines: readonly string[], ...more: string[]): Promise<Ended & { out: string }> => {
    const file = path.join(folder, 'questions.jsonl');
    const out = await mkdtemp(path.join(folder, 'out-'));
    await writeFile(file, lines.join('\n'));
    const model = await fakeOpenai(answer);
    const ended = await sqlwright('evaluate', '--questions', file, '--database-url', url, '--provider', 'openai', '--base-url', model.url, '--provider-model', 'fake', '--concurrency', '1', '--out', out, ...more);
    model.close();
    return { ...ended, out };
  };
  const readRecords = async (out: string): Promise<{ id: string; outcome: string }[]> => (await readFile(path.join(out, 'records.jsonl'), 'utf8')).trim().split('\n').map((text) => JSON.parse(text));

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'evaluate-questions-'));
  });
  beforeEach(makeDatabase);
  afterAll(async () => {
    await execute(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await rm(folder, { recursive: true });
  });

  it('judges a hosted model on a live database; a reply that never ends is a failure of its question alone', async () => {
    const { status, stdout, stderr, out } = await evaluate(replyTo, questions, '--instances', '2', '--reply-seconds', '4');
    expect([status, stderr]).toEqual([0, expect.stringContaining('gold SQL')]);
    const report: EvaluationReport = evaluationReportSchema.parse(JSON.parse(await readFile(path.join(out, 'evaluation.json'), 'utf8')));
    const outcomes = Object.fromEntries(report.candidates[0]!.records.development.map(({ id, outcome }) => [id, outcome]));
    expect(outcomes).toEqual({ count: 'exact', rex: 'wrong-rows', weather: 'refused', endless: 'no-reply', names: 'exact' });
    expect(report.testSuite?.instances).toHaveLength(2);
    expect(report.testSuite?.killed).toBeGreaterThan(0);
    expect(await readRecords(out)).toHaveLength(5);
    expect(stdout).toContain('| Execution accuracy | 50.0 %');
    expect(await readFile(path.join(out, 'report.html'), 'utf8')).toContain('who is heavy');
  });

  it('asks a model in several ways side by side', async () => {
    const answer = async (prompt: string): Promise<string | undefined> => (prompt.includes('all names') && !prompt.includes('was refused') ? 'SELECT nam FROM pet' : replyTo(prompt));
    const { status, stdout, out } = await evaluate(answer, [questions[0]!, questions[2]!, questions[4]!], '--instances', '0', '--ways', 'constrained', 'repaired', 'voted', '--votes', '3');
    const report: EvaluationReport = evaluationReportSchema.parse(JSON.parse(await readFile(path.join(out, 'evaluation.json'), 'utf8')));
    const outcomes = Object.fromEntries(report.candidates.map(({ name, records }) => [name.split(' ').at(-1), records.development.map(({ outcome }) => outcome)]));
    expect(status).toBe(0);
    expect(outcomes).toEqual({ constrained: ['exact', 'refused', 'blocked'], repaired: ['exact', 'refused', 'exact'], voted: ['exact', 'refused', 'exact'] });
    expect(stdout).toMatch(/Execution accuracy \| 50\.0 %.*\| 100\.0 %.*\| 100\.0 %/);
  });

  it('keeps the results so far where the database goes down half-way', async () => {
    let asked = 0;
    const answer = async (prompt: string): Promise<string | undefined> => {
      asked += 1;
      if (asked === 3) await execute(`DROP DATABASE ${database} WITH (FORCE)`);
      return replyTo(prompt) ?? 'SELECT name FROM pet';
    };
    const { status, stderr, out } = await evaluate(answer, [...questions.slice(0, 2), questions[4]!], '--instances', '0');
    expect(stderr).toMatch(/error \[database\.unavailable\]/);
    expect(stderr).toContain('2 results so far are in');
    expect(status).toBe(4);
    expect((await readRecords(out)).map(({ id }) => id)).toEqual(['count', 'rex']);
  });

  it('names the broken line of a questions file, and a server that is not there', async () => {
    const broken = await evaluate(replyTo, [questions[0]!, '{"id": "x"'], '--instances', '0');
    expect([broken.status, broken.stderr]).toEqual([2, expect.stringMatching(/error \[questions\.invalid\].*line 2 is not JSON/)]);
    const down = await sqlwright('evaluate', '--questions', path.join(folder, 'questions.jsonl'), '--provider', 'openai', '--database-url', 'postgres://postgres@127.0.0.1:1/none', '--base-url', 'http://127.0.0.1:1/v1');
    expect(down.status).toBe(2);
  });
});
