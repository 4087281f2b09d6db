import path from 'node:path';
import type { Progress } from '@sqlwright/artifacts';
import type { Database, ValueDomains } from '@sqlwright/database';
import { openPostgres } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import { closeInstances, judgeCandidates, openInstances, readQuestions, renderSummary, writeReport, type DataInstance, type EvaluationQuestion } from '@sqlwright/evaluation';
import { promptContractSchema, type PromptContract } from '@sqlwright/prompt';
import { schemaDomains, type DatabaseSchema } from '@sqlwright/schema';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { openCandidates, type CandidateOptions } from '../evaluation/open-candidates.ts';
import { openRecordLog } from '../evaluation/open-record-log.ts';
import { seedFromDomains } from '../evaluation/seed-from-domains.ts';
import { readDomains } from '../read-domains.ts';
import { createTerminalProgress } from '../terminal-progress.ts';
import { openWorkspace } from '../workspace.ts';

export interface EvaluateQuestionsOptions extends CandidateOptions {
  readonly questions: string;
  /** The dataset whose schema, seeded database and prompt contract are used where no URL is given. */
  readonly dataset: string;
  readonly databaseUrl?: string;
  /** false reads no values of the live database. */
  readonly values?: boolean;
  readonly out: string;
  readonly instances: number;
  readonly statementSeconds: number;
}

/** What questions are asked of. */
interface Bench {
  readonly name: string;
  readonly schema: DatabaseSchema;
  readonly database: Database;
  readonly domains: ValueDomains;
  /** For models that carry none of their own. */
  readonly contract: PromptContract;
}

/**
 * Judges any models on any questions: on a live database, or on the seeded one of a dataset. Each answer is written to `records.jsonl` as it comes.
 * @throws SqlwrightError questions.invalid, database.unavailable, provider.*, model.*, run.cancelled
 */
export async function evaluateQuestions(options: EvaluateQuestionsOptions, signal: AbortSignal): Promise<void> {
  const questions = await readQuestions(options.questions);
  const progress = createTerminalProgress();
  progress.step('database');
  const bench = options.databaseUrl === undefined ? await openDatasetBench(options.dataset) : await openLiveBench(options.databaseUrl, options.values !== false);
  const instances = await openSuite(bench, questions, options.instances, progress);
  const log = await openRecordLog(path.join(options.out, 'records.jsonl'));
  const opened = await openCandidates(options, bench, signal, progress).catch(async (error: unknown) => {
    await closeBench(bench, instances);
    throw error;
  });
  try {
    const report = await judgeCandidates(
      {
        dataset: bench.name,
        ...bench,
        instances,
        questions,
        evalSamples: [],
        candidates: opened.candidates,
        limits: { evalSamples: 0, statementSeconds: options.statementSeconds },
        onRecord: log.onRecord,
      },
      signal,
      progress,
    );
    await writeReport(options.out, report);
    process.stdout.write(`\n${renderSummary(report).split('\n## ')[0] ?? ''}\nMade ${options.out}: evaluation.json, summary.md, report.html, records.jsonl\n`);
  } catch (error) {
    log.note(progress);
    throw error;
  } finally {
    await opened.close();
    await closeBench(bench, instances);
  }
}

async function openLiveBench(url: string, readsValues: boolean): Promise<Bench> {
  const database = await openPostgres(url);
  try {
    const schema = await database.introspect();
    if (schema.tables.length === 0) throw new SqlwrightError('schema.mismatch', 'The database holds no tables.', { hint: 'Check the database that the URL names.' });
    return { name: nameOf(url), schema, database, domains: readsValues ? await database.readDomains(schema) : schemaDomains(schema), contract: promptContractSchema.parse({}) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function nameOf(url: string): string {
  return (URL.canParse(url) ? new URL(url).pathname.slice(1) : '') || 'database';
}

async function openDatasetBench(name: string): Promise<Bench> {
  const workspace = await openWorkspace(name);
  const schema = await readDatasetSchema(workspace);
  const database = await openSeededDatabase(workspace, schema);
  return { name, schema, database, domains: await readDomains(workspace, database, schema), contract: workspace.config.prompt };
}

/** A test suite for any database: its tables, filled with made-up rows that hold the values of its columns. A schema that the embedded PostgreSQL cannot hold has none. */
async function openSuite({ schema, domains }: Bench, questions: readonly EvaluationQuestion[], count: number, progress: Progress): Promise<readonly DataInstance[]> {
  if (count === 0) return [];
  const statements = questions.flatMap(({ gold }) => gold?.slice(0, 1) ?? []);
  if (statements.length === 0) return [];
  try {
    return await openInstances({ schema, seed: seedFromDomains(domains), count, statements });
  } catch (error) {
    if (!SqlwrightError.is(error) || error.code === 'run.cancelled') throw error;
    progress.note(`No test suite: ${error.message}`);
    return [];
  }
}

async function closeBench({ database }: Bench, instances: readonly DataInstance[]): Promise<void> {
  await Promise.all([database.close(), closeInstances(instances)]);
}
