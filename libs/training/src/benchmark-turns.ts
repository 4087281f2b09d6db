import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runProgram, type Program } from '@sqlwright/child-process';
import { pythonScript } from '@sqlwright/python-environment';
import { prepareLitgpt } from './run-litgpt.ts';
import type { FittedRun } from './litgpt-run.ts';
import type { PreparedSamples } from './prepare-samples.ts';
import { trainingError } from './training-error.ts';

/** A micro-batch: its real tokens, and the seconds from its being handed out until the next one is asked for. */
export interface TimedBatch {
  readonly tokens: number;
  readonly seconds: number;
}

const roles = ['bare', 'litgpt'] as const;
type Role = (typeof roles)[number];

/**
 * Runs litgpt as `train` does and the bare loop beside it, which take turns batch by batch (python/bench_turns.py): both see the same machine,
 * and each has it to itself while it works.
 * @throws SqlwrightError training.*, disk.full, run.cancelled
 */
export async function timeInTurns(run: FittedRun, prepared: PreparedSamples): Promise<Record<Role, TimedBatch[]>> {
  const folder = path.join(run.folder, 'turns');
  await mkdir(folder);
  const failed = new AbortController();
  const signal = AbortSignal.any([run.signal, failed.signal]);
  const litgpt = await prepareLitgpt(run, prepared, 'bench_turns.TurnData');
  const bare = { ...litgpt, command: run.environment.python, args: [pythonScript('bench_bare_loop.py'), run.baseModel.litgptFolder, '--config', path.join(run.folder, 'litgpt.yaml')] };
  const programs: Record<Role, Program> = { litgpt, bare };
  await Promise.all(roles.map((role) => runToEnd({ ...programs[role], signal, env: { ...litgpt.env, ...turnVariables(folder, role) } }, failed)));
  return { litgpt: await readBatches(folder, 'litgpt'), bare: await readBatches(folder, 'bare') };
}

function turnVariables(folder: string, role: Role): Record<string, string> {
  return { BENCH_TURNS: folder, BENCH_ROLE: role, BENCH_OTHER: role === 'bare' ? 'litgpt' : 'bare' };
}

/** One that fails takes the other with it, which would wait for its turn. */
async function runToEnd(program: Program, failed: AbortController): Promise<void> {
  const record = await runProgram(program);
  if (record.exitCode === 0) return;
  failed.abort();
  throw trainingError(record);
}

async function readBatches(folder: string, role: Role): Promise<TimedBatch[]> {
  const lines = (await readFile(path.join(folder, `${role}.jsonl`), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as TimedBatch);
}
