import { readStage, type Progress } from '@sqlwright/artifacts';
import { judgeCandidates, scoredRun, type EvaluationQuestion } from '@sqlwright/evaluation';
import type { DatabaseSchema } from '@sqlwright/schema';
import { openSeededDatabase } from '../dataset-schema.ts';
import { openGenerator } from '../open-generator.ts';
import { readContract } from '../read-contract.ts';
import { readDomains } from '../read-domains.ts';
import type { Workspace } from '../workspace.ts';
import { readKnownReplies } from './known-replies.ts';
import type { Form } from './make-forms.ts';
import { openDivergenceMeter, type DivergenceMeter } from './open-divergence-meter.ts';
import type { Measured } from './measured-forms.ts';
import { openParallel, parallelism } from './parallel-model.ts';

/** Held-out samples along whose replies the forms are compared with f16. */
const comparedReplies = 40;

export interface FormBenchInput {
  readonly workspace: Workspace;
  readonly schema: DatabaseSchema;
  readonly questions: readonly EvaluationQuestion[];
  /** What the others are compared with. */
  readonly f16: Form | undefined;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Measures forms of one model, one after the other: how fast and how well each answers, and how far its predictions are from those of f16. */
export interface FormBench {
  measure(form: Form): Promise<Measured>;
  close(): Promise<void>;
}

export async function openFormBench(input: FormBenchInput): Promise<FormBench> {
  const { workspace, schema, progress } = input;
  const database = await openSeededDatabase(workspace, schema);
  const domains = await readDomains(workspace, database, schema);
  let meter: Promise<DivergenceMeter | undefined> | undefined;
  const ask = async (form: Form): Promise<Omit<Measured, 'meanKl'>> => {
    const open = await openGenerator(form.files, schema, domains, workspace.config.evaluate.maxTokens, openParallel);
    try {
      const candidates = [{ name: form.name, generator: open.generator, concurrency: parallelism() }];
      const limits = { ...workspace.config.evaluate, evalSamples: 0 };
      const report = await judgeCandidates({ dataset: workspace.dataset, schema, database, questions: input.questions, evalSamples: [], contract: open.contract, candidates, limits }, input.signal, progress);
      const { right } = scoredRun(report.candidates[0]!);
      return { seconds: report.candidates[0]!.medianSeconds, right: [...right.values()].filter(Boolean).length, questions: right.size };
    } finally {
      await open.model.close();
    }
  };
  return {
    async measure(form) {
      const answered = await ask(form);
      progress.step(`${form.name}: predictions beside those of f16`);
      meter ??= openMeter(input);
      return { ...answered, meanKl: (await (await meter)?.measure(form.files)) ?? null };
    },
    close: () => database.close(),
  };
}

async function openMeter({ workspace, schema, f16, progress }: FormBenchInput): Promise<DivergenceMeter | undefined> {
  if (f16 === undefined) return undefined;
  const synthesize = await readStage('synthesize', workspace.stageFolder('synthesize'), ['eval.json']);
  const contract = (await readContract(f16.files.made, schema))?.contract ?? workspace.config.prompt;
  return openDivergenceMeter(f16.files, await readKnownReplies(synthesize, 'eval.json', contract, schema, comparedReplies), progress);
}
