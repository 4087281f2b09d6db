import type { FittedHyperparameters, Hyperparameters } from '@sqlwright/dataset-config';
import { SqlwrightError } from '@sqlwright/errors';
import { batchOptions } from './batch-options.ts';
import type { PreparedSamples } from './prepare-samples.ts';
import type { YamlValue } from './render-yaml.ts';

/** An interval that no run reaches. */
const never = 1_000_000_000;

/** Steps of the optimizer that a run takes, as litgpt counts them. */
export function countSteps(hyperparameters: Hyperparameters, prepared: PreparedSamples): number {
  const { accumulation } = batchOptions(hyperparameters);
  const steps = hyperparameters.epochs * Math.floor(prepared.batches / accumulation);
  return Math.max(1, Math.min(steps, hyperparameters.maxSteps ?? steps));
}

/**
 * The whole configuration of `litgpt finetune_lora` (0.5.13) but for the checkpoint, which is its argument. Paths count from the run's folder.
 * `groupedData` is the class path of the data where batches are grouped by length.
 * @throws SqlwrightError config.invalid
 */
export function litgptConfig(hyperparameters: FittedHyperparameters, prepared: PreparedSamples, groupedData = 'length_grouped_data.LengthGroupedData'): Record<string, YamlValue> {
  checkBatchSizes(hyperparameters);
  return {
    out_dir: 'out',
    precision: hyperparameters.precision,
    quantize: hyperparameters.quantize,
    devices: 1,
    num_nodes: 1,
    lora_r: hyperparameters.loraRank,
    lora_alpha: hyperparameters.loraAlpha,
    lora_dropout: hyperparameters.loraDropout,
    ...loraTargets(hyperparameters),
    data: dataModule(hyperparameters, prepared, groupedData),
    train: trainArguments(hyperparameters, countSteps(hyperparameters, prepared)),
    eval: evalArguments(hyperparameters),
    optimizer: { class_path: optimizerOf(hyperparameters), init_args: { lr: hyperparameters.learningRate, weight_decay: hyperparameters.weightDecay, betas: [...hyperparameters.betas] } },
    logger_name: 'csv',
    seed: hyperparameters.seed,
  };
}

function loraTargets({ loraTargets }: Hyperparameters): Record<string, boolean> {
  const targets = ['query', 'key', 'value', 'projection', 'mlp', 'head'] as const;
  return Object.fromEntries(targets.map((target) => [`lora_${target}`, loraTargets.includes(target)]));
}

/** The style Default hands the instruction through untouched: the prompt is the contract's alone. */
function dataModule(hyperparameters: Hyperparameters, prepared: PreparedSamples, groupedData: string): YamlValue {
  const { bucket } = batchOptions(hyperparameters);
  const common = { json_path: 'data', prompt_style: { class_path: 'litgpt.prompts.Default' }, seed: hyperparameters.seed };
  if (bucket === undefined) return { class_path: 'litgpt.data.JSON', init_args: { ...common, mask_prompt: true, num_workers: 0 } };
  return { class_path: groupedData, init_args: { ...common, bucket, most_tokens: hyperparameters.maxBatchTokens, most_samples: samplesOf(hyperparameters, prepared), validate: hyperparameters.evalInterval !== null, seconds: secondsOf(hyperparameters) } };
}

/** A little more than the run has time for, as batches of long samples hold fewer; null where it sees all. The dataset begins with a question of every sample. */
function samplesOf(hyperparameters: Hyperparameters, prepared: PreparedSamples): number | null {
  const batches = countSteps(hyperparameters, prepared) * batchOptions(hyperparameters).accumulation;
  return batches >= prepared.batches ? null : Math.min(prepared.samples, Math.ceil((batches / prepared.batches) * prepared.samples * 1.02) + hyperparameters.globalBatchSize);
}

/** The time of a run that ends by the clock where it falls behind; null of one that takes its steps however long that is. Only the grouped data can anneal it in time. */
export function secondsOf(hyperparameters: Hyperparameters): number | null {
  const { maxMinutes } = hyperparameters;
  return maxMinutes === null || batchOptions(hyperparameters).bucket === undefined ? null : maxMinutes * 60;
}

/** Weights of half precision are stepped in float32, save those of QLoRA, for which litgpt takes an optimizer of bitsandbytes. */
function optimizerOf({ precision, quantize }: FittedHyperparameters): string {
  return quantize === null && /^(bf16|16)-true$/.test(precision) ? 'master_weights.MasterAdamW' : 'torch.optim.AdamW';
}

function trainArguments(hyperparameters: Hyperparameters, steps: number): YamlValue {
  return {
    save_interval: hyperparameters.saveInterval,
    log_interval: 1,
    global_batch_size: hyperparameters.globalBatchSize,
    micro_batch_size: hyperparameters.microBatchSize,
    lr_warmup_steps: warmupSteps(hyperparameters.warmupSteps, steps),
    epochs: hyperparameters.epochs,
    max_steps: hyperparameters.maxSteps,
    max_time: secondsOf(hyperparameters),
    max_seq_length: hyperparameters.maxSeqLength,
    min_lr: hyperparameters.minLearningRate,
  };
}

/** litgpt divides by the warm-up steps and by the steps after them; a warm-up longer than a short run would leave no such step. */
function warmupSteps(wanted: number, steps: number): number {
  return Math.max(1, wanted < steps ? wanted : Math.floor(steps / 10));
}

/** More new tokens than fit make litgpt skip the example that it would otherwise write at each evaluation and at the end. */
function evalArguments({ evalInterval, evalIterations, maxSeqLength }: Hyperparameters): YamlValue {
  return {
    interval: evalInterval ?? never,
    max_new_tokens: maxSeqLength,
    max_iters: evalIterations,
    initial_validation: false,
    final_validation: evalInterval !== null,
  };
}

function checkBatchSizes({ globalBatchSize, microBatchSize }: Hyperparameters): void {
  if (globalBatchSize % microBatchSize === 0) return;
  throw new SqlwrightError('config.invalid', `globalBatchSize ${globalBatchSize} is no multiple of microBatchSize ${microBatchSize}.`, { hint: 'Mend train.hyperparameters in the dataset configuration.' });
}
