import { writeStage, type Manifest, type Progress, type StageArtifact, type StageRun } from '@sqlwright/artifacts';
import type { BaseModel } from '@sqlwright/base-model';
import type { FittedHyperparameters, Hyperparameters, ModelSource } from '@sqlwright/dataset-config';
import type { PromptContract } from '@sqlwright/prompt';
import type { PythonEnvironment } from '@sqlwright/python-environment';
import type { DatabaseSchema } from '@sqlwright/schema';
import { batchOptions } from './batch-options.ts';
import { fitToMachine } from './fit-to-machine.ts';
import { keepResults } from './keep-results.ts';
import { countSteps, secondsOf } from './litgpt-config.ts';
import type { FittedRun, LitgptRun } from './litgpt-run.ts';
import { paddingShare, prepareSamples, type PreparedSamples } from './prepare-samples.ts';
import { renderSamples } from './render-samples.ts';
import { runLitgpt } from './run-litgpt.ts';
import { startFromAdapter } from './start-from-adapter.ts';
import { createTrainingProgress } from './training-progress.ts';

export interface TrainInput {
  readonly synthesize: StageArtifact;
  readonly schema: DatabaseSchema;
  readonly contract: PromptContract;
  readonly hyperparameters: Hyperparameters;
  /** A GGUF adapter of the same base from which training goes on. */
  readonly initialAdapter?: InitialAdapter | undefined;
  readonly baseModel: BaseModel;
  /** Where the base model came from: kept in the manifest, for whoever needs the base again. */
  readonly modelSource: ModelSource;
  readonly environment: PythonEnvironment;
}

export interface InitialAdapter {
  readonly file: string;
  /** sha256: kept in the manifest, for whoever asks what this model has learnt before. */
  readonly digest: string;
}

/**
 * Fine-tunes the base model on the synthesized dataset with litgpt (LoRA, or QLoRA with `quantize`). The folder then holds `checkpoint/`
 * (litgpt's final one: adapter, merged weights, tokenizer), `litgpt.yaml`, `metrics.csv` and `log.txt`.
 * @throws SqlwrightError training.*, dataset.too-small, artifact.invalid, config.invalid, disk.full, run.cancelled
 */
export async function train(run: StageRun, input: TrainInput): Promise<Manifest> {
  const { schemaFingerprint } = input.synthesize.manifest;
  return writeStage(run, { stage: 'train', schemaFingerprint, upstream: { synthesize: input.synthesize.digest } }, async (draft, progress) => {
    const { baseModel, environment, initialAdapter } = input;
    const litgptRun: LitgptRun = { folder: draft, hyperparameters: input.hyperparameters, baseModel, environment, signal: run.signal };
    progress.step('Counting tokens');
    const prepared = await prepareSamples(litgptRun, await renderDataset(input));
    noteSamples(progress, prepared, input.hyperparameters);
    const fitted = await fitToMachine(litgptRun, prepared);
    const { hyperparameters } = fitted;
    noteFit(progress, prepared, hyperparameters);
    progress.step('Training');
    const train = (ready: FittedRun) => runLitgpt(ready, prepared, trainingProgress(progress, prepared, hyperparameters));
    const log = initialAdapter === undefined ? await train(fitted) : await startFromAdapter(fitted, initialAdapter.file, prepared, train);
    progress.step('Keeping the checkpoint');
    const result = await keepResults(draft, log);
    const planned = countSteps(hyperparameters, prepared);
    if (result.steps < planned) progress.note(`${result.steps} of ${planned} steps: the machine was slower than when it was measured, and the time was up.`);
    const { samples, leftOut, tokens, versions } = prepared;
    const base = { name: baseModel.name, digest: baseModel.digest };
    const details = { contract: input.contract, hyperparameters, steps: result.steps, ...(initialAdapter && { initialAdapter: initialAdapter.digest }), baseModel: base, modelSource: input.modelSource, samples, leftOut, tokens, padding: paddingShare(prepared), finalLoss: result.finalLoss };
    return { details, versions, logTail: [`${result.tokensPerSecond} tokens/s`] };
  });
}

/** Where nothing is evaluated litgpt still wants a validation set: one sample costs nothing. */
async function renderDataset({ synthesize, schema, contract, hyperparameters }: TrainInput) {
  const training = await renderSamples(synthesize, 'train.json', contract, schema);
  const validation = hyperparameters.evalInterval === null ? training.slice(0, 1) : await renderSamples(synthesize, 'eval.json', contract, schema);
  return { train: training, validation };
}

function noteSamples(progress: Progress, prepared: PreparedSamples, { maxSeqLength, epochs }: Hyperparameters): void {
  progress.note(`${prepared.samples} samples of ${Math.round(prepared.tokens / prepared.samples)} tokens on average, the longest ${prepared.longest}; ${epochs} epoch(s), ${(paddingShare(prepared) * 100).toFixed(1)} % padding`);
  if (prepared.leftOut > 0) progress.note(`${prepared.leftOut} samples are longer than ${maxSeqLength} tokens and are left out.`);
}

function noteFit(progress: Progress, prepared: PreparedSamples, hyperparameters: FittedHyperparameters): void {
  const steps = countSteps(hyperparameters, prepared);
  progress.note(`${steps} steps of ${hyperparameters.globalBatchSize} samples, precision ${hyperparameters.precision}`);
}

function trainingProgress(progress: Progress, prepared: PreparedSamples, hyperparameters: Hyperparameters): (line: string) => void {
  const steps = countSteps(hyperparameters, prepared);
  const iterations = Math.min(prepared.batches * hyperparameters.epochs, steps * batchOptions(hyperparameters).accumulation);
  return createTrainingProgress(progress, { steps, iterations, tokensPerIteration: prepared.tokens / prepared.batches, seconds: secondsOf(hyperparameters) });
}
