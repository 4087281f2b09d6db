import path from 'node:path';
import { toSqlwrightError } from '@sqlwright/errors';
import { readQuestions } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { createSwappable, openFeedbackStore, type FeedbackStore, type ServedDataset, type ServedModel } from '@sqlwright/server';
import { checkStatement } from '@sqlwright/sql-qa';
import { openWriter, withoutDenied } from '../answer-settings.ts';
import { feedbackFile, type Workspace } from '../workspace.ts';
import type { ModelPool } from './model-pool.ts';
import type { OpenDataset } from './open-dataset.ts';
import { openDatasetAnswerer } from './open-dataset-answerer.ts';
import { watchServed } from './promoted-model.ts';

export interface ServingContext {
  readonly pool: ModelPool;
  readonly signal: AbortSignal;
  readonly note: (line: string) => void;
  /** A model file in place of the promoted one; promotions then change nothing. */
  readonly model?: string | undefined;
}

export interface OpenServedDataset {
  readonly dataset: ServedDataset;
  close(): Promise<void>;
}

const pingSeconds = 2;
/** A limit that no answer is below: the model tells how sure it is, and nothing is refused for it. */
const tellOnly = Number.MIN_VALUE;

/**
 * Opens the model and the feedback of a dataset; a model that is promoted later takes over between two answers. Closes the database too.
 * @throws SqlwrightError artifact.*, model.*, schema.mismatch
 */
export async function openServedDataset(opened: OpenDataset, context: ServingContext): Promise<OpenServedDataset> {
  const closing: { close(): Promise<void> }[] = [opened.database];
  const closeParts = async (): Promise<void> => void (await Promise.all(closing.map((part) => part.close())));
  try {
    const feedback = await openFeedbackStore(feedbackFile(opened.workspace));
    closing.push(feedback);
    const writer = await openWriter(opened.workspace);
    if (writer !== undefined) closing.push(writer);
    const parts: ModelParts = { ...opened, context, feedback, writer };
    const model = createSwappable(await openServedModel(parts));
    const unwatch = context.model === undefined ? followServed(model, parts) : () => {};
    return { dataset: await describeDataset(parts, model), close: async () => void (unwatch(), await model.close(), await closeParts()) };
  } catch (error) {
    await closeParts();
    throw error;
  }
}

/** One change after the other, so that the last one stays. */
function followServed(model: ServedDataset['model'], parts: ModelParts): () => void {
  let last = Promise.resolve();
  return watchServed(parts.workspace, () => void (last = last.then(() => takeOver(model, parts))));
}

interface ModelParts extends OpenDataset {
  readonly feedback: FeedbackStore;
  /** Writes the sentences, where one is configured. */
  readonly writer: LanguageModel | undefined;
  readonly context: ServingContext;
}

function openServedModel(parts: ModelParts): Promise<ServedModel> {
  const { workspace, feedback, writer, context } = parts;
  const minConfidence = Math.max(tellOnly, workspace.config.answer.minConfidence);
  return openDatasetAnswerer(parts, { ...context, openModel: context.pool.openModel, confirmedSql: feedback.confirmedSql, minConfidence, writer });
}

/** A promoted model that cannot be opened leaves the one that is served in place. */
async function takeOver(model: ServedDataset['model'], parts: ModelParts): Promise<void> {
  try {
    const next = await openServedModel(parts);
    if (next.name === model.current().name) return await next.close();
    void model.swap(next);
    parts.context.note(`${parts.workspace.dataset}: ${next.name} answers from now on.`);
  } catch (error) {
    parts.context.note(`${parts.workspace.dataset}: the promoted model cannot be opened, the other one stays: ${toSqlwrightError(error).message}`);
  }
}

async function describeDataset({ workspace, database, schema, domains, settings, feedback }: ModelParts, model: ServedDataset['model']): Promise<ServedDataset> {
  const { denied, limits } = settings;
  return {
    name: workspace.dataset,
    schema: withoutDenied(schema, denied),
    domains,
    examples: await chooseExamples(workspace),
    databaseKind: database.kind,
    model,
    feedback,
    checkStatement: (sql, signal) => checkStatement(sql, { database, schema, denied, limits }, signal),
    // The embedded database lives and dies with this process, and would only make a reader wait for the statement that runs.
    ping: async () => void (database.kind === 'postgres' && (await database.read('SELECT 1', { maxRows: 1, seconds: pingSeconds }))),
  };
}

const mostExamples = 6;

/** The dataset's own example, then easy questions of its development set, each of another topic, the carefully written first. */
async function chooseExamples({ config, datasetFolder }: Workspace): Promise<string[]> {
  const questions = await readQuestions(path.join(datasetFolder, config.evaluate.questions)).catch(() => []);
  const isCareful = (question: string): boolean => /^\p{Lu}.*[?.]$/u.test(question);
  const easy = questions.filter(({ gold, level }) => gold !== null && level === 'easy');
  const answerable = [...easy.filter(({ question }) => isCareful(question)), ...easy.filter(({ question }) => !isCareful(question))];
  const firsts = [...Map.groupBy(answerable, ({ topic }) => topic).values()].flatMap(([first]) => (first === undefined ? [] : [first.question]));
  return [...new Set([config.answer.exampleQuestion, ...firsts])].slice(0, mostExamples);
}
