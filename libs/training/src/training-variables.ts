import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pythonScript } from '@sqlwright/python-environment';

const watchedMilliseconds = 500;
/** Below this share of idle processor time another program is at work. */
const quietShare = 0.75;

/** The environment of a training process: where our DataModule lies, and how its threads wait for each other. */
export async function trainingVariables(): Promise<Record<string, string>> {
  const base = { PYTHONPATH: path.dirname(pythonScript('length_grouped_data.py')) };
  // The threads of a step wait for each other thousands of times. OpenMP lets them spin, which is half as quick again on an idle machine
  // (427 against 264 tokens a second on two cores) and ruinous beside another busy program (20 to 35 against 200).
  return (await idleShare()) > quietShare ? base : { ...base, OMP_WAIT_POLICY: 'PASSIVE' };
}

/** Share of the processors' time that nobody uses at the moment, 0 to 1. */
async function idleShare(): Promise<number> {
  const before = processorTimes();
  await sleep(watchedMilliseconds);
  const after = processorTimes();
  return (after.idle - before.idle) / Math.max(1, after.total - before.total);
}

function processorTimes(): { idle: number; total: number } {
  const times = os.cpus().map((processor) => processor.times);
  const total = times.reduce((sum, { user, nice, sys, idle, irq }) => sum + user + nice + sys + idle + irq, 0);
  return { idle: times.reduce((sum, { idle }) => sum + idle, 0), total };
}
