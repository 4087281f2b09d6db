import type { Progress } from '@sqlwright/artifacts';

interface Plan {
  readonly steps: number;
  /** Micro-batches of the whole run. */
  readonly iterations: number;
  /** Real tokens of a micro-batch on average. */
  readonly tokensPerIteration: number;
  /** After which the run ends by the clock; null where it does not. */
  readonly seconds: number | null;
}

export const iterationLine = /^Epoch \d+ \| iter (\d+) step (\d+) \| loss train: ([\d.]+|nan|inf),.*iter time: ([\d.]+) ms/;

/** Reads litgpt's lines and tells how far it is: steps, loss, real tokens a second and the seconds left. */
export function createTrainingProgress(progress: Progress, plan: Plan): (line: string) => void {
  let milliseconds = 0;
  return (line) => {
    const [, iteration, step, loss, time] = iterationLine.exec(line) ?? [];
    if (iteration === undefined) return;
    milliseconds += Number(time);
    const inTime = plan.seconds === null ? Infinity : plan.seconds - milliseconds / 1000;
    const perSecond = (Number(iteration) / milliseconds) * 1000;
    progress.update({
      done: Number(step),
      total: plan.steps,
      remark: `loss ${loss}, ${Math.round(perSecond * plan.tokensPerIteration)} tokens/s`,
      secondsLeft: Math.round(Math.max(0, Math.min(inTime, (plan.iterations - Number(iteration)) / perSecond))),
    });
  };
}
