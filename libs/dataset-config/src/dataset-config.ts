import { promptContractSchema } from '@sqlwright/prompt';
import { z } from 'zod';
import { trainSectionSchema } from './train-section.ts';

const tableColumn = z.string().regex(/^[^.]+(\.[^.]+){1,2}$/, 'must be written table.column');

/** How a database is filled with made-up rows. The same seed gives the same rows. */
export const seedSectionSchema = z.strictObject({
  randomSeed: z.number().int().default(1),
  /** The last day of the made-up data, ISO 8601. */
  asOf: z.iso.date().default('2026-11-20'),
  /** Rows of a table that has no parent; children follow from `childrenPerParent`. */
  rows: z.record(z.string(), z.number().int().positive()).default({}),
  defaultRows: z.number().int().positive().default(200),
  /** For a table with a parent: the weights of 0, 1, 2, … rows a parent. */
  childrenPerParent: z.record(z.string(), z.array(z.number().nonnegative()).min(1)).default({}),
  /** The values of a column. An earlier value is drawn more often than a later one. */
  values: z.record(tableColumn, z.array(z.string()).min(1)).default({}),
  /** Columns whose values belong together, such as city, state and country. */
  combinations: z.array(z.strictObject({ table: z.string(), columns: z.array(z.string()).min(2), rows: z.array(z.array(z.string())).min(1) })).default([]),
  /** Share of NULLs in nullable columns that are no keys. */
  nullFraction: z.number().min(0).max(0.9).default(0.08),
});

/** Where the schema comes from. A live database is named by an environment variable, so that no password lies in a file. */
export const schemaSectionSchema = z.strictObject({
  /** A DDL file in the dataset's folder. */
  ddl: z.string().default('schema.sql'),
  /** The environment variable that holds the URL of the live database, for ask, serve and predict. */
  urlVariable: z.string().optional(),
  /** Whether values of the database's rows may be kept in files, told to a teacher and matched at run time. `false` leaves what the schema itself lists: enums and checks. */
  readValues: z.boolean().default(true),
  seed: seedSectionSchema.prefault({}),
}).refine(({ readValues, seed }) => readValues || (Object.keys(seed.values).length === 0 && seed.combinations.length === 0), {
  path: ['seed'],
  message: 'must have no values and no combinations where schema.readValues is false',
});

const grammarShape = { samples: z.number().int().positive().default(8000), randomSeed: z.number().int().default(1) };

export const teacherSchema = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('grammar'), ...grammarShape }),
  z.strictObject({ provider: z.literal('recorded'), folder: z.string().default('recorded') }),
  z.strictObject({ provider: z.literal('anthropic'), model: z.string().default('claude-sonnet-4-5'), keyVariable: z.string().default('ANTHROPIC_API_KEY') }),
  z.strictObject({ provider: z.literal('openai'), model: z.string().default('gpt-4.1'), baseUrl: z.url().optional(), keyVariable: z.string().default('OPENAI_API_KEY') }),
  z.strictObject({ provider: z.literal('llama-cpp'), file: z.string(), contextTokens: z.number().int().positive().default(8192) }),
]);

export const topicSchema = z.strictObject({
  topic: z.string().min(1),
  focus: z.string().min(1),
  samples: z.number().int().positive().default(100),
  unanswerable: z.number().int().nonnegative().default(10),
});

export const synthesizeSectionSchema = z.strictObject({
  teacher: teacherSchema.prefault({ provider: 'recorded' }),
  /** Samples of the grammar beside those of a model, which combine what the model's leave out; where both ask the same, the model's SQL counts. */
  supplement: z.strictObject(grammarShape).optional(),
  /** What a model is asked for, one request a topic; the teacher `grammar` needs none. */
  topics: z.array(topicSchema).default([]),
  /** The date that the teacher is told, ISO 8601; fixed, so that the same prompt finds the same recorded answer. */
  today: z.iso.date().default('2026-11-22'),
  /** Remarks for the teacher that the schema does not tell. */
  notes: z.array(z.string()).default([]),
  /** Whether the teacher is told values: a model those of `schema.seed.values`, the grammar those of columns with few different ones. */
  showValues: z.boolean().default(true),
  /** Whether a model that is asked is told other names than those of the database, and no comment, check or value; its replies get the names back. */
  obfuscate: z.boolean().default(false),
  /** Most tokens of one reply of the teacher. */
  replyTokens: z.number().int().positive().default(32_000),
  /** Longest run of one statement on the seeded database, in seconds. */
  statementSeconds: z.number().positive().default(5),
  /** Share of SQL templates that go to eval.json. */
  evalFraction: z.number().min(0.01).max(0.5).default(0.08),
  splitSeed: z.number().int().default(1),
  /** Fewer verified samples than this are an error. */
  minimumSamples: z.number().int().positive().default(200),
}).refine(({ teacher, topics }) => teacher.provider === 'grammar' || topics.length > 0, {
  path: ['topics'],
  message: 'needs at least one topic, unless the teacher is { "provider": "grammar" }',
});

export const convertSectionSchema = z.strictObject({
  /** `adapter`: a LoRA file beside the untouched base; `merged`: one f16 file. */
  forms: z.array(z.enum(['adapter', 'merged'])).min(1).default(['adapter', 'merged']),
});

export const quantizeSectionSchema = z.strictObject({
  formats: z.array(z.enum(['Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M'])).default(['Q8_0']),
  /**
   * `training-prompts`: the formats below 8 bits are made with an importance matrix of training samples, so that what these use is rounded least. Whether that helps
   * a dataset's model is what `sqlwright choose-quantization` measures.
   */
  importanceMatrix: z.enum(['none', 'training-prompts']).default('training-prompts'),
  /** Which of the forms that keep the accuracy `sqlwright choose-quantization` takes. */
  wish: z.enum(['smallest', 'quickest']).default('quickest'),
  /** How much less accurate than f16 a smaller or quicker form may be, as a share of the questions. */
  allowedLoss: z.number().min(0).max(1).default(0.02),
  /**
   * How far the next-token distributions of a form may lie from those of f16: mean Kullback–Leibler divergence, nats a token. On some hundred questions chance moves the
   * accuracy by more than rounding does; the divergence is measured on thousands of tokens.
   */
  allowedDivergence: z.number().positive().default(0.001),
});

export const evaluateSectionSchema = z.strictObject({
  /** Hand-written questions in the dataset's folder, never trained on: lines {"id","question","gold":[…] or null,"topic","level"}. */
  questions: z.string().default('development.jsonl'),
  /** Which model is judged; the base model stands beside it. */
  model: z.enum(['adapter', 'f16', 'Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M']).default('Q8_0'),
  /** Most samples of eval.json that are asked; the first of every template come first. */
  evalSamples: z.number().int().positive().default(120),
  /** Most questions that the base model is asked, spread evenly. */
  baseSamples: z.number().int().nonnegative().default(8),
  maxTokens: z.number().int().positive().default(200),
  statementSeconds: z.number().positive().default(5),
  /** Generated databases with other rows on which a right answer must hold too; 0 judges on one database alone. */
  instances: z.number().int().nonnegative().max(9).default(3),
  /** Near misses of each gold SQL on which these databases are tried. */
  mutants: z.number().int().nonnegative().default(8),
  /** What `sqlwright gate` allows a model to fall below the committed baseline. */
  gate: z.strictObject({
    accuracyLoss: z.number().min(0).max(1).default(0.02),
    refusalLoss: z.number().min(0).max(1).default(0.05),
    /** How many times as long the median answer may take. */
    latencyFactor: z.number().min(1).default(2),
  }).prefault({}),
});

/** A model that follows instructions. */
const writerSchema = z.discriminatedUnion('provider', [teacherSchema.options[2], teacherSchema.options[3], teacherSchema.options[4]]);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const answerSectionSchema = z.strictObject({
  /** What a person is told when the database cannot answer. */
  refusal: z.string().default('I can only provide information related to our data.'),
  model: z.enum(['adapter', 'f16', 'Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M']).default('Q8_0'),
  maxRows: z.number().int().positive().default(200),
  statementSeconds: z.number().positive().default(10),
  maxTokens: z.number().int().positive().default(200),
  /** Matches literals to the values that the database holds. */
  groundValues: z.boolean().default(true),
  /** Tables (`table`) and columns (`table.column`, `*.column`) that no answer may read. */
  denied: z.array(z.string().min(1)).default([]),
  /** Most bytes of a result; more rows are cut. */
  maxBytes: z.number().int().positive().default(16 * 1024 * 1024),
  /** What PostgreSQL's planner may expect a statement to cost, in its units; a dearer one is not run. */
  maxCost: z.number().positive().default(10_000_000),
  /** How often another statement is asked for after one that cannot run. */
  repairs: z.number().int().min(0).max(5).default(1),
  /** How many statements are tried for a question, of which the rows that most give are taken; 1 takes the first. */
  votes: z.number().int().min(1).max(15).default(1),
  /** Answers that the model is less sure of (probability of its whole reply) are refused; 0 refuses none. */
  minConfidence: z.number().min(0).max(1).default(0),
  /** How numbers and dates are written in an answer, BCP 47. */
  locale: z.string().refine((locale) => isLocale(locale), 'must be a language tag such as en or de-CH').default('en'),
  /** A model that writes the sentence of an answer; without it a plain template does. Its sentence is checked against the rows. */
  writer: writerSchema.optional(),
  /** The question that the quickstart asks. */
  exampleQuestion: z.string().default('How many rows are there?'),
});

/** `dataset.config.json`: all of a dataset's settings with their defaults. */
export const datasetConfigSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens'),
  schema: schemaSectionSchema.prefault({}),
  prompt: promptContractSchema.prefault({}),
  synthesize: synthesizeSectionSchema,
  train: trainSectionSchema.prefault({}),
  convert: convertSectionSchema.prefault({}),
  quantize: quantizeSectionSchema.prefault({}),
  evaluate: evaluateSectionSchema.prefault({}),
  answer: answerSectionSchema.prefault({}),
});

export type DatasetConfig = z.infer<typeof datasetConfigSchema>;
export type SeedSection = DatasetConfig['schema']['seed'];
export type Teacher = z.infer<typeof teacherSchema>;
