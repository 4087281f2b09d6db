import type { GenerationRequest, GenerationResult, LanguageModel } from '@sqlwright/language-model';
import { parseReply, renderPrompt, type PromptContract } from '@sqlwright/prompt';
import { schemaDomains, type DatabaseSchema } from '@sqlwright/schema';
import { createSqlConstraint } from './constraint/create-sql-constraint.ts';
import { groundValues, type GroundedSql, type Grounding, type ImpossibleValue, type ValueDomains } from './ground-values.ts';

/** What a model makes of a question; `reply` is its text, word for word. */
export type GeneratedSql = (
  | { readonly kind: 'sql'; readonly sql: string; readonly reply: string; readonly groundings: readonly Grounding[] }
  | Abstention
) & {
  /** Natural logarithm of the probability of each token of the reply; only where asked for and known to the provider. */
  readonly logProbabilities?: readonly number[];
};

/** The model says that it cannot answer, if nothing else is told. */
export interface Abstention {
  readonly kind: 'abstention';
  readonly reply: string;
  /** Its statement compares a column with what that can never hold: asked for members who are teachers, `membership_type = 'teacher'`. */
  readonly impossible?: ImpossibleValue;
  /** Twice, all that it tried to write named what the schema does not have. */
  readonly isUnwritable?: true;
}

export interface SqlGenerationOptions {
  readonly signal?: AbortSignal;
  /** Called with each piece of the reply as the model writes it, before it is read and grounded. */
  readonly onText?: (piece: string) => void;
  /** 0 is greedy decoding and the default. */
  readonly temperature?: number;
  /** Draws the same statement again at the same temperature, where the provider can. */
  readonly seed?: number;
  readonly logProbabilities?: boolean;
  /** A statement for the same question that was refused: another one is wanted. */
  readonly failed?: FailedStatement;
}

export interface FailedStatement {
  readonly sql: string;
  /** Why the guard or the database refused it. */
  readonly error: string;
}

/** Far enough from greedy decoding to write another statement, near enough to write a right one. */
const repairTemperature = 0.6;
const repairSeed = 1;

/** Turns questions into SQL: the one way that evaluation and serving share. */
export interface SqlGenerator {
  /** The statement has not been guarded yet. @throws SqlwrightError of the model: provider.*, model.*, recording.missing, run.cancelled */
  generate(question: string, options?: SqlGenerationOptions): Promise<GeneratedSql>;
}

export interface SqlGeneratorOptions {
  readonly contract: PromptContract;
  readonly schema: DatabaseSchema;
  readonly model: LanguageModel;
  /** The values that the database holds; literals are matched to them. Without it the SQL stays as the model wrote it. */
  readonly domains?: ValueDomains;
  /** Most tokens of a reply. */
  readonly maxTokens: number;
  /** Keeps the model from naming tables and columns that the schema does not have, where it can take back what it wrote; default true. */
  readonly constrain?: boolean;
}

/** Renders the question by the contract, asks the model (greedily unless a temperature is given), reads its reply and grounds the literals. */
export function createSqlGenerator(options: SqlGeneratorOptions): SqlGenerator {
  const { contract, schema, model, maxTokens } = options;
  const constraint = options.constrain === false ? {} : { constraint: createSqlConstraint(schema) };
  const listed = schemaDomains(schema);
  return {
    async generate(question, { failed, ...settings } = {}) {
      const prompt = renderPrompt(contract, schema, failed === undefined ? question : withFailure(contract, question, failed));
      const temperature = failed === undefined ? {} : { temperature: repairTemperature };
      const { text, logProbabilities, finishReason } = await write(model, { ...prompt, maxTokens, ...constraint, ...temperature, ...settings });
      if (finishReason === 'refused') return { kind: 'abstention', reply: text, isUnwritable: true };
      const reply = parseReply(contract, text);
      const probabilities = logProbabilities === undefined ? {} : { logProbabilities };
      if (reply.kind === 'abstention') return { kind: 'abstention', reply: text, ...probabilities };
      const { impossible, ...grounded } = await ground(reply.sql, options, listed);
      if (impossible !== undefined) return { kind: 'abstention', reply: text, impossible, ...probabilities };
      return { kind: 'sql', reply: text, ...grounded, ...probabilities };
    },
  };
}

/** Where the constraint left no way to write the likeliest statement, one is drawn: the same every time, and nothing of it is shown before it is whole. */
async function write(model: LanguageModel, request: GenerationRequest): Promise<GenerationResult> {
  const result = await model.generate(request);
  if (result.finishReason !== 'refused' || (request.temperature ?? 0) > 0) return result;
  const { onText: _, ...silent } = request;
  return model.generate({ ...silent, temperature: repairTemperature, seed: repairSeed });
}

/** A model that follows instructions is told what was wrong. One that was trained on bare questions knows no such text; it is asked the same again. */
function withFailure(contract: PromptContract, question: string, { sql, error }: FailedStatement): string {
  return contract.instruction === '' ? question : `${question}\n\nThis statement was refused: ${sql}\nThe reason: ${error}\nWrite another one.`;
}

async function ground(sql: string, { schema, domains }: SqlGeneratorOptions, listed: ValueDomains): Promise<GroundedSql> {
  return domains === undefined ? { sql, groundings: [] } : groundValues(sql, schema, domains, listed);
}
