import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cancelled } from '@sqlwright/errors';
import { digestFolder } from './digest.ts';
import { manifestSchema, type Manifest, type RunRecord } from './manifest.ts';
import type { Progress } from './progress.ts';

/** What every stage function is given besides its own inputs. */
export interface StageRun {
  /** Name of the dataset. */
  readonly dataset: string;
  /** The stage's own folder; it appears only when the stage has ended well. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** What a stage's work yields besides the files that it wrote. */
export interface StageResult {
  readonly details: Manifest['details'];
  readonly versions?: Record<string, string>;
  readonly logTail?: string[];
}

type Lineage = Pick<Manifest, 'stage' | 'schemaFingerprint' | 'upstream'>;

/**
 * Runs the work of a stage in a draft folder beside its own; then writes manifest.json and run.json and renames the draft.
 * When the work fails or is cancelled the draft goes and the last good artifact stays as it was.
 */
export async function writeStage(run: StageRun, lineage: Lineage, work: (draft: string, progress: Progress) => Promise<StageResult>): Promise<Manifest> {
  const draft = `${run.folder}.draft-${process.pid}`;
  const clock = stepClock(run.progress);
  await mkdir(draft, { recursive: true });
  try {
    const result = await work(draft, clock.progress);
    if (run.signal.aborted) throw cancelled();
    const manifest = manifestSchema.parse({ formatVersion: 1, dataset: run.dataset, ...lineage, files: await digestFolder(draft), details: result.details });
    await writeJson(path.join(draft, 'manifest.json'), manifest);
    await writeJson(path.join(draft, 'run.json'), runRecord(clock, result));
    await replaceFolder(draft, run.folder);
    return manifest;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Writes JSON, indented, with a line end. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

async function replaceFolder(draft: string, folder: string): Promise<void> {
  const old = `${draft}.old`;
  await rename(folder, old).catch(() => undefined);
  await rename(draft, folder);
  await rm(old, { recursive: true, force: true });
}

function runRecord(clock: StepClock, result: StageResult): RunRecord {
  return {
    startedAt: new Date(clock.startedAt).toISOString(),
    seconds: clock.seconds(),
    machine: `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
    versions: { node: process.version, ...result.versions },
    steps: clock.steps(),
    logTail: result.logTail ?? [],
  };
}

interface StepClock {
  readonly progress: Progress;
  readonly startedAt: number;
  seconds(): number;
  steps(): RunRecord['steps'];
}

function stepClock(progress: Progress): StepClock {
  const startedAt = Date.now();
  const starts: { name: string; at: number }[] = [];
  const secondsBetween = (from: number, to: number): number => Math.round((to - from) / 100) / 10;
  return {
    startedAt,
    progress: {
      ...progress,
      step: (name) => {
        starts.push({ name, at: Date.now() });
        progress.step(name);
      },
    },
    seconds: () => secondsBetween(startedAt, Date.now()),
    steps: () => starts.map(({ name, at }, index) => ({ name, seconds: secondsBetween(at, starts[index + 1]?.at ?? Date.now()) })),
  };
}
