import { randomUUID } from 'node:crypto';
import { nearest, SqlwrightError, toSqlwrightError } from '@sqlwright/errors';
import type { Answer, AnswerOptions } from '@sqlwright/sql-qa';
import type { Metrics } from '../metrics.ts';
import type { Audit } from './audit.ts';
import type { ServedDataset } from './dataset.ts';
import type { Caller, GivenAnswer } from './given-answer.ts';
import { hideDatabase } from './hide-database.ts';
import type { Queue } from './queue.ts';
import type { RecentAnswers } from './recent-answers.ts';

export interface AskRequest {
  readonly question: string;
  /** The first dataset where it is left out. */
  readonly dataset?: string | undefined;
  readonly caller: Caller;
  readonly signal: AbortSignal;
  /** Called as soon as the question has a place, with the number of questions before it. */
  readonly onQueued?: (ahead: number) => void;
  readonly watch?: Omit<AnswerOptions, 'signal'>;
}

/** The one way from a question to an answer that HTTP, the OpenAI form and MCP share. */
export interface AskService {
  readonly datasets: readonly ServedDataset[];
  /** @throws SqlwrightError dataset.unknown */
  dataset(name: string | undefined): ServedDataset;
  /** @throws SqlwrightError dataset.unknown, server.busy, and those of `Answerer.answer` */
  ask(request: AskRequest): Promise<GivenAnswer>;
}

export interface AskServiceParts {
  readonly datasets: readonly ServedDataset[];
  readonly queue: Queue;
  readonly recent: RecentAnswers;
  readonly metrics: Metrics;
  readonly audit: Audit;
}

export function createAskService(parts: AskServiceParts): AskService {
  const { datasets, queue, metrics, audit } = parts;
  const find = (name: string | undefined): ServedDataset => findDataset(datasets, name);
  return {
    datasets,
    dataset: find,
    async ask({ question, dataset: name, caller, signal, onQueued, watch }) {
      const dataset = find(name);
      try {
        const given = await queue.run(signal, () => answerFrom(dataset, question, { ...watch, signal }), onQueued);
        record(given, caller, parts);
        return hideDatabase(given);
      } catch (thrown) {
        const { code } = toSqlwrightError(thrown);
        metrics.questionFailed(dataset.name, code);
        audit({ act: 'ask-failed', caller, dataset: dataset.name, question, code });
        throw thrown;
      }
    },
  };
}

function answerFrom(dataset: ServedDataset, question: string, options: AnswerOptions): Promise<GivenAnswer> {
  return dataset.model.use(async ({ name, answerer }) => {
    const answer: Answer = await answerer.answer(question, options);
    return { id: randomUUID(), dataset: dataset.name, model: name, ...answer };
  });
}

function record(given: GivenAnswer, caller: Caller, { recent, metrics, audit }: AskServiceParts): void {
  const { id, dataset, model, question, status, sql, seconds, rows, reason } = given;
  recent.add(given);
  metrics.questionAnswered(dataset, status, seconds);
  audit({ act: 'ask', caller, id, dataset, model, question, status, sql, seconds, rowCount: rows.length, reason: reason?.code ?? null, ...(reason?.code === 'database.unavailable' ? { detail: reason.message } : {}) });
}

function findDataset(datasets: readonly ServedDataset[], name: string | undefined): ServedDataset {
  const found = name === undefined ? datasets[0] : datasets.find((dataset) => dataset.name === name);
  if (found !== undefined) return found;
  const names = datasets.map((dataset) => dataset.name);
  const near = name === undefined ? undefined : nearest(name, names);
  throw new SqlwrightError('dataset.unknown', `No dataset "${name ?? ''}" is served here.`, { hint: near === undefined ? `Ask one of: ${names.join(', ')}.` : `Did you mean "${near}"?` });
}
