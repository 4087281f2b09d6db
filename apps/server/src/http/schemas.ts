import { z } from 'zod';

/** What the routes take and give: the one source of the checks and of the OpenAPI description. */
const dataset = z.string().max(100).describe('A served dataset; the first one where it is left out.');

export const errorSchema = z.object({
  error: z.object({ code: z.string().describe('A code of docs/errors.md.'), type: z.string(), message: z.string(), hint: z.string().describe('What to do next.') }),
});

export const askSchema = z.strictObject({
  question: z.string().min(1).max(2000).describe('A question in plain words.'),
  dataset: dataset.optional(),
  previous: z.string().max(2000).optional().describe('The question before it, where this one follows on: "and in Paris?"; what it was understood as, if the answer said so.'),
  stream: z.boolean().optional().describe('Answer as server-sent events: queued, writing, sql, rows, answer, done; error where it fails. The header Accept: text/event-stream says the same.'),
});

/** One of the events of a stream. */
export const eventSchema = z.object({ event: z.string().optional().describe('Left out in OpenAI’s form and for the last mark.'), data: z.string().describe('JSON.') });

const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const groundingSchema = z.object({ column: z.string(), written: z.string(), taken: z.string() });

export const answerSchema = z.looseObject({
  id: z.string().describe('Names the answer in feedback.'),
  dataset: z.string(),
  model: z.string(),
  question: z.string(),
  status: z.enum(['answered', 'refused', 'blocked', 'failed']),
  sql: z.string().nullable(),
  columns: z.array(z.string()),
  rows: z.array(z.array(valueSchema)),
  truncated: z.boolean().describe('There are more rows than are shown.'),
  answer: z.string(),
  groundings: z.array(groundingSchema).describe('Values that were taken for what the question says.'),
  reason: z.object({ code: z.string(), message: z.string() }).optional(),
  seconds: z.object({ generate: z.number(), execute: z.number() }),
  understoodAs: z.string().optional().describe('The whole question that a follow-up was taken for.'),
  confirmed: z.literal(true).optional().describe('A person had confirmed the statement for this question; no model was asked.'),
  repaired: z.literal(true).optional().describe('The first statement could not run; this is another one.'),
  votes: z.object({ agreeing: z.number(), of: z.number() }).optional().describe('Of several statements that were tried, how many gave these rows; only where votes are set.'),
  confidence: z.number().optional().describe('Probability that the model gives to its reply, 0 to 1; only where a limit is set for it.'),
});

const feedbackId = z.string().max(100).describe('The id of an answer.');
const comment = z.string().max(1000).optional();

export const feedbackSchema = z.discriminatedUnion('verdict', [
  z.strictObject({ id: feedbackId, verdict: z.enum(['right', 'wrong']), comment }),
  z.strictObject({
    id: feedbackId,
    verdict: z.literal('corrected'),
    sql: z.string().max(10_000).nullable().describe('The right statement, or null where the database cannot tell. It is checked and run, its rows are not given back.'),
    comment,
  }),
]);

export const feedbackReplySchema = z.object({
  kept: z.literal(true),
  verdict: z.enum(['right', 'wrong', 'corrected']),
  columns: z.array(z.string()).optional(),
  rowCount: z.number().optional(),
});

export const datasetQuerySchema = z.strictObject({ dataset: dataset.optional() });

const columnSchema = z.object({
  name: z.string(),
  type: z.string(),
  nullable: z.boolean(),
  comment: z.string().optional(),
  values: z.array(z.string()).optional().describe('The values of a column that holds few different ones.'),
});

export const schemaReplySchema = z.object({
  dataset: z.string(),
  tables: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['table', 'view']),
      comment: z.string().optional(),
      primaryKey: z.array(z.string()),
      foreignKeys: z.array(z.object({ columns: z.array(z.string()), referencedTable: z.string(), referencedColumns: z.array(z.string()) })),
      columns: z.array(columnSchema),
    }),
  ),
});

export const datasetsReplySchema = z.object({
  datasets: z.array(z.object({ name: z.string(), model: z.string(), database: z.enum(['pglite', 'postgres']), examples: z.array(z.string()) })),
});

export const healthSchema = z.object({ status: z.literal('ok') });

export const readinessSchema = z.object({ status: z.enum(['ready', 'not ready']), datasets: z.record(z.string(), z.string()).describe('By dataset: ready, or the code of the error.') });

export const modelsReplySchema = z.object({ object: z.literal('list'), data: z.array(z.object({ id: z.string(), object: z.literal('model'), created: z.number(), owned_by: z.string() })) });

const contentPart = z.looseObject({ type: z.string(), text: z.string().optional() });

export const chatSchema = z.looseObject({
  model: z.string().describe('A served dataset.'),
  messages: z.array(z.looseObject({ role: z.string(), content: z.union([z.string(), z.array(contentPart), z.null()]).optional() })).min(1).describe('The last message of the user is the question.'),
  stream: z.boolean().nullable().optional(),
});

export const chatReplySchema = z.object({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.number(),
  model: z.string(),
  choices: z.array(z.looseObject({ index: z.number(), message: z.looseObject({ role: z.literal('assistant'), content: z.string() }), finish_reason: z.literal('stop') })),
  sqlwright: answerSchema.describe('The answer as POST /v1/ask gives it.'),
});

const message = z.looseObject({ jsonrpc: z.literal('2.0') });

export const mcpSchema = z.union([message, z.array(message).min(1)]).describe('Messages of JSON-RPC. The header Accept has to name application/json and text/event-stream.');

export const mcpErrorSchema = z.object({ jsonrpc: z.literal('2.0'), error: z.looseObject({ code: z.number(), message: z.string() }), id: z.null() });

export type AskBody = z.infer<typeof askSchema>;
export type ChatBody = z.infer<typeof chatSchema>;
export type FeedbackBody = z.infer<typeof feedbackSchema>;
