import type { Progress } from '@sqlwright/artifacts';
import { judgeCandidates, type EvaluationQuestion } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { renderPrompt, type PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { createSqlGenerator } from '@sqlwright/sql-generation';
import { openSeededDatabase } from '../../dataset-schema.ts';
import { readDomains } from '../../read-domains.ts';
import type { Workspace } from '../../workspace.ts';

export interface JudgedReplies {
  readonly schema: DatabaseSchema;
  readonly contract: PromptContract;
  readonly questions: readonly EvaluationQuestion[];
  /** The replies of each form of the model, one a question. */
  readonly probes: readonly { readonly name: string; readonly texts: readonly string[] }[];
}

/** Execution accuracy of replies that are there already, on the dataset's seeded database. */
export async function judgeReplies(workspace: Workspace, replies: JudgedReplies, signal: AbortSignal, progress: Progress): Promise<(number | null)[]> {
  const { schema, contract, questions, probes } = replies;
  const database = await openSeededDatabase(workspace, schema);
  try {
    const domains = await readDomains(workspace, database, schema);
    const candidates = probes.map(({ name, texts }) => {
      const model = replay(new Map(questions.map(({ question }, index) => [renderPrompt(contract, schema, question).text, texts[index] ?? ''])));
      return { name, generator: createSqlGenerator({ contract, schema, model, domains, maxTokens: 1 }) };
    });
    const limits = { evalSamples: 0, statementSeconds: workspace.config.evaluate.statementSeconds };
    const report = await judgeCandidates({ dataset: workspace.dataset, schema, database, questions, evalSamples: [], contract, candidates, limits }, signal, progress);
    return report.candidates.map(({ development }) => development.executionAccuracy);
  } finally {
    await database.close();
  }
}

function replay(texts: ReadonlyMap<string, string>): LanguageModel {
  return {
    name: 'replay:parity',
    capabilities: { rawCompletion: true },
    generate: async ({ text = '' }) => ({ text: texts.get(text) ?? '', finishReason: 'stop', usage: { promptTokens: 0, completionTokens: 0 } }),
    close: async () => {},
  };
}
