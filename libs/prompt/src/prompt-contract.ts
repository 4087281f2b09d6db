import { z } from 'zod';

/**
 * How a question becomes the text that a model sees, and how its reply becomes SQL. Training, evaluation and serving render with the
 * same contract; it travels in the manifests and in the GGUF's metadata.
 */
export const promptContractSchema = z.strictObject({
  version: z.literal(1).default(1),
  /** The chat format around the request: `chatml` (SmolLM2, Qwen), `mistral` ([INST]), `plain` (none). */
  template: z.enum(['chatml', 'mistral', 'plain']).default('chatml'),
  /** How much of the schema the model is shown; a model made for one database needs none. */
  schemaView: z.enum(['none', 'compact', 'ddl']).default('none'),
  /** What the model is told to do, before schema and question; empty for a model that was trained to do just this. */
  instruction: z.string().default(''),
  /** The reply, word for word, to a question that the database cannot answer. */
  abstention: z.string().min(1).default("I don't know"),
});

export type PromptContract = z.infer<typeof promptContractSchema>;

/** The contract for a model that has not been trained on the database: it is told the task and shown the schema. */
export function untrainedContract(contract: PromptContract): PromptContract {
  const instruction = `Write one PostgreSQL SELECT statement that answers the question. Reply with the SQL only. If the tables cannot answer it, reply: ${contract.abstention}`;
  return { ...contract, schemaView: 'ddl', instruction };
}
