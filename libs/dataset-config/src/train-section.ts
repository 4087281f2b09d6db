import { z } from 'zod';

/** Where the base model comes from. */
export const modelSourceSchema = z.discriminatedUnion('source', [
  /** The SmolLM2-135M-Instruct GGUF that the Python environment contains. */
  z.strictObject({ source: z.literal('packaged') }),
  /** A Hugging Face folder or a GGUF file on this machine; `modelName` is litgpt's name of its architecture. */
  z.strictObject({ source: z.literal('local'), path: z.string(), modelName: z.string() }),
  /** `litgpt download`; the token is read from the environment. */
  z.strictObject({ source: z.literal('download'), repository: z.string(), tokenVariable: z.string().default('HF_TOKEN') }),
]);

/** LoRA and optimizer settings; the names are litgpt's in camel case. */
export const hyperparametersSchema = z.strictObject({
  /** `auto` takes bf16-true where this machine multiplies it quicker than 32-true: without such instructions it is several times slower. */
  precision: z.enum(['auto', 'bf16-true', 'bf16-mixed', '32-true', '16-true']),
  quantize: z.enum(['bnb.nf4', 'bnb.nf4-dq', 'bnb.fp4', 'bnb.fp4-dq', 'bnb.int8-training']).nullable(),
  loraRank: z.number().int().positive(),
  loraAlpha: z.number().positive(),
  loraDropout: z.number().min(0).max(1),
  loraTargets: z.array(z.enum(['query', 'key', 'value', 'projection', 'mlp', 'head'])).min(1),
  learningRate: z.number().positive(),
  minLearningRate: z.number().nonnegative(),
  weightDecay: z.number().nonnegative(),
  betas: z.tuple([z.number(), z.number()]),
  globalBatchSize: z.number().int().positive(),
  microBatchSize: z.number().int().positive(),
  epochs: z.number().int().positive(),
  /** Steps of the optimizer; null trains all epochs. */
  maxSteps: z.number().int().positive().nullable(),
  /** Minutes; before the run the machine's speed is measured, and the steps that fit are planned. A run that falls behind anneals by the clock and ends in time (with `groupByLength`). Null sets no limit of time. */
  maxMinutes: z.number().positive().nullable(),
  warmupSteps: z.number().int().nonnegative(),
  /** Tokens; a longer sample is counted, reported and left out. */
  maxSeqLength: z.number().int().positive(),
  saveInterval: z.number().int().positive().nullable(),
  evalInterval: z.number().int().positive().nullable(),
  evalIterations: z.number().int().positive(),
  /** Batches hold samples of like length, so that little is padding. */
  groupByLength: z.boolean(),
  /** Tokens, padding included, that such a batch may hold; one of long samples has fewer than `microBatchSize`, so that memory stays bounded. */
  maxBatchTokens: z.number().int().positive().nullable(),
  seed: z.number().int(),
});

export type ModelSource = z.infer<typeof modelSourceSchema>;
export type Hyperparameters = z.infer<typeof hyperparametersSchema>;
/** Those of a run on a machine that is known: nothing is left to choose. */
export type FittedHyperparameters = Hyperparameters & { readonly precision: Exclude<Hyperparameters['precision'], 'auto'> };

interface TrainingProfile {
  readonly model: ModelSource;
  readonly hyperparameters: Hyperparameters;
}

const cpu: TrainingProfile = {
  model: { source: 'packaged' },
  hyperparameters: {
    precision: 'auto',
    quantize: null,
    loraRank: 16,
    loraAlpha: 32,
    loraDropout: 0,
    loraTargets: ['query', 'key', 'value', 'projection', 'mlp'],
    learningRate: 2e-3,
    minLearningRate: 5e-5,
    weightDecay: 0.01,
    betas: [0.9, 0.95],
    globalBatchSize: 4,
    microBatchSize: 4,
    epochs: 1,
    maxSteps: null,
    maxMinutes: 17,
    warmupSteps: 20,
    maxSeqLength: 320,
    saveInterval: null,
    evalInterval: null,
    evalIterations: 16,
    groupByLength: true,
    maxBatchTokens: 1024,
    seed: 1337,
  },
};

/** The source article's run: Mistral 7B, QLoRA, its hyper-parameters. */
const gpu: TrainingProfile = {
  model: { source: 'download', repository: 'mistralai/Mistral-7B-Instruct-v0.3', tokenVariable: 'HF_TOKEN' },
  hyperparameters: {
    ...cpu.hyperparameters,
    precision: 'bf16-true',
    quantize: 'bnb.nf4',
    loraRank: 8,
    loraAlpha: 16,
    loraDropout: 0.05,
    learningRate: 2e-4,
    minLearningRate: 6e-5,
    globalBatchSize: 4,
    microBatchSize: 1,
    maxSteps: 1000,
    maxMinutes: null,
    epochs: 5,
    warmupSteps: 100,
    maxSeqLength: 2048,
    maxBatchTokens: null,
    saveInterval: 200,
    evalInterval: 50,
    evalIterations: 100,
  },
};

/** Named sets of values; a dataset picks one and may override any value of it. */
export const trainingProfiles = {
  cpu,
  /** As `cpu`, for over twice as long. */
  'cpu-long': { ...cpu, hyperparameters: { ...cpu.hyperparameters, epochs: 3, maxMinutes: 35 } },
  gpu,
} as const;

export type TrainingProfileName = keyof typeof trainingProfiles;

export const trainSectionSchema = z.strictObject({
  profile: z.enum(['cpu', 'cpu-long', 'gpu']).default('cpu'),
  model: modelSourceSchema.optional(),
  /** A GGUF adapter of the same base, counted from the dataset's folder: training goes on from it instead of from nothing. */
  initialAdapter: z.string().optional(),
  /** Values that differ from the profile's. */
  hyperparameters: hyperparametersSchema.partial().default({}),
});

export type TrainSection = z.infer<typeof trainSectionSchema>;

/** The values that a run uses: the profile's, under the dataset's own. */
export function resolveTraining(section: TrainSection, profile: TrainingProfileName = section.profile): TrainingProfile {
  const named = trainingProfiles[profile];
  const own = Object.fromEntries(Object.entries(section.hyperparameters).filter(([, value]) => value !== undefined));
  return { model: section.model ?? named.model, hyperparameters: hyperparametersSchema.parse({ ...named.hyperparameters, ...own }) };
}
