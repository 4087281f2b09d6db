import { readFile } from 'node:fs/promises';
import { parseWith, SqlwrightError } from '@sqlwright/errors';
import { compareRuns, evaluationReportSchema, renderComparison, scoredRun, type ScoredRun } from '@sqlwright/evaluation';
import { keptRunSchema } from '../evaluation/keep-run.ts';

/** What is compared, with the text of its questions where it is known. */
interface NamedRun {
  readonly run: ScoredRun;
  readonly questions: ReadonlyMap<string, string>;
}

/**
 * Compares two runs question by question and says whether their difference is real.
 * @param first an evaluation.json (`file#name` for another candidate than its first), or a run kept in datasets/<name>/runs
 */
export async function compare(first: string, second: string, options: { json?: boolean }): Promise<void> {
  const [a, b] = [await readNamedRun(first), await readNamedRun(second)];
  const comparison = compareRuns(a.run, b.run);
  if (comparison.questions === 0) throw new SqlwrightError('usage.invalid', 'The two runs share no question.', { hint: 'Compare runs of the same questions file.' });
  process.stdout.write(options.json === true ? `${JSON.stringify(comparison)}\n` : renderComparison(comparison, new Map([...a.questions, ...b.questions])));
}

async function readNamedRun(argument: string): Promise<NamedRun> {
  const [file = '', name] = argument.split('#');
  const hint = 'Give an evaluation.json, evaluation.json#candidate, or a file of datasets/<name>/runs.';
  const value = await readJson(file, hint);
  if (typeof value === 'object' && value !== null && 'at' in value) {
    const { candidate, at, right } = parseWith(keptRunSchema, value, { code: 'artifact.invalid', what: file, hint });
    return { run: { name: `${candidate} at ${at.slice(0, 16)}`, right: new Map(Object.entries(right)) }, questions: new Map() };
  }
  const { candidates } = parseWith(evaluationReportSchema, value, { code: 'artifact.invalid', what: file, hint });
  const candidate = name === undefined ? candidates[0] : candidates.find((one) => one.name === name);
  if (candidate === undefined) throw new SqlwrightError('usage.invalid', `${file} has no candidate "${name}".`, { hint: `Its candidates: ${candidates.map((one) => one.name).join(', ')}` });
  return { run: scoredRun(candidate), questions: new Map(candidate.records.development.map(({ id, question }) => [id, question])) };
}

async function readJson(file: string, hint: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new SqlwrightError('artifact.missing', `${file} cannot be read: ${cause instanceof Error ? cause.message : ''}`, { cause, hint });
  }
}
