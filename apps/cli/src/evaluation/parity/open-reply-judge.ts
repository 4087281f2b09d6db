import { silentProgress } from '@sqlwright/artifacts';
import { judgeCandidates, type EvaluationQuestion } from '@sqlwright/evaluation';
import type { LanguageModel } from '@sqlwright/language-model';
import { renderPrompt, type PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { createSqlGenerator } from '@sqlwright/sql-generation';
import { openSeededDatabase } from '../../dataset-schema.ts';
import { readDomains } from '../../read-domains.ts';
import type { Workspace } from '../../workspace.ts';

export interface JudgedQuestions {
  readonly schema: DatabaseSchema;
  readonly contract: PromptContract;
  readonly questions: readonly EvaluationQuestion[];
}

/** Judges replies that are there already, on the dataset's seeded database. */
export interface ReplyJudge {
  /** Execution accuracy of the replies, one a question. */
  judge(texts: readonly string[]): Promise<number | null>;
  close(): Promise<void>;
}

export async function openReplyJudge(workspace: Workspace, { schema, contract, questions }: JudgedQuestions, signal: AbortSignal): Promise<ReplyJudge> {
  const database = await openSeededDatabase(workspace, schema);
  const domains = await readDomains(workspace, database, schema);
  const limits = { evalSamples: 0, statementSeconds: workspace.config.evaluate.statementSeconds };
  return {
    async judge(texts) {
      const model = replay(new Map(questions.map(({ question }, index) => [renderPrompt(contract, schema, question).text, texts[index] ?? ''])));
      const candidates = [{ name: model.name, generator: createSqlGenerator({ contract, schema, model, domains, maxTokens: 1 }) }];
      const report = await judgeCandidates({ dataset: workspace.dataset, schema, database, questions, evalSamples: [], contract, candidates, limits }, signal, silentProgress);
      return report.candidates[0]!.development.executionAccuracy;
    },
    close: () => database.close(),
  };
}

function replay(texts: ReadonlyMap<string, string>): LanguageModel {
  return {
    name: 'replay:parity',
    capabilities: { rawCompletion: true },
    generate: async ({ text = '' }) => ({ text: texts.get(text) ?? '', finishReason: 'stop', usage: { promptTokens: 0, completionTokens: 0 } }),
    close: async () => {},
  };
}
