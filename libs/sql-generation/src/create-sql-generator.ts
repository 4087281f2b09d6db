import type { LanguageModel } from '@sqlwright/language-model';
import { parseReply, renderPrompt, type PromptContract } from '@sqlwright/prompt';
import type { DatabaseSchema } from '@sqlwright/schema';
import { groundValues, type GroundedSql, type Grounding, type ValueDomains } from './ground-values.ts';

/** What a model makes of a question; `reply` is its text, word for word. */
export type GeneratedSql =
  | { readonly kind: 'sql'; readonly sql: string; readonly reply: string; readonly groundings: readonly Grounding[] }
  | { readonly kind: 'abstention'; readonly reply: string };

/** Turns questions into SQL: the one way that evaluation and serving share. */
export interface SqlGenerator {
  /** The statement has not been guarded yet. @throws SqlwrightError of the model: provider.*, model.*, recording.missing, run.cancelled */
  generate(question: string, options?: { readonly signal?: AbortSignal }): Promise<GeneratedSql>;
}

export interface SqlGeneratorOptions {
  readonly contract: PromptContract;
  readonly schema: DatabaseSchema;
  readonly model: LanguageModel;
  /** The values that the database holds; literals are matched to them. Without it the SQL stays as the model wrote it. */
  readonly domains?: ValueDomains;
  /** Most tokens of a reply. */
  readonly maxTokens: number;
}

/** Renders the question by the contract, asks the model greedily, reads its reply and grounds the literals. */
export function createSqlGenerator(options: SqlGeneratorOptions): SqlGenerator {
  const { contract, schema, model, maxTokens } = options;
  return {
    async generate(question, { signal } = {}) {
      const prompt = renderPrompt(contract, schema, question);
      const { text } = await model.generate({ ...prompt, maxTokens, ...(signal === undefined ? {} : { signal }) });
      const reply = parseReply(contract, text);
      if (reply.kind === 'abstention') return { kind: 'abstention', reply: text };
      return { kind: 'sql', reply: text, ...(await ground(reply.sql, options)) };
    },
  };
}

async function ground(sql: string, { schema, domains }: SqlGeneratorOptions): Promise<GroundedSql> {
  return domains === undefined ? { sql, groundings: [] } : groundValues(sql, schema, domains);
}
