import { z } from 'zod';
import { klDivergence } from './kl-divergence.ts';

/** What one form of a model makes of the prompts of a parity check. */
export interface ProbedStep {
  /** Such as `litgpt`, `huggingface`, `f16`, `Q8_0`. */
  readonly name: string;
  /** What it was made from, as the name of an earlier step; none for the first. */
  readonly from: string | undefined;
  /** Whether making it must not change anything but rounding. */
  readonly lossless: boolean;
  readonly answers: readonly ProbedAnswer[];
  readonly bytes?: number;
  /** Share of the prompts whose SQL is right by its rows. */
  readonly executionAccuracy?: number | null;
}

export interface ProbedAnswer {
  /** Token ids of the prompt. */
  readonly ids: readonly number[];
  /** The greedy reply. */
  readonly text: string;
  /** Natural logarithms of next-token distributions: one array a position, all steps following the same reply. */
  readonly logDistributions: readonly Float32Array[];
}

export const parityRowSchema = z.strictObject({
  step: z.string(),
  from: z.string().nullable(),
  bytes: z.number().nullable(),
  prompts: z.number().int(),
  /** Prompts with the same token ids as in the step that it was made from. */
  equalIds: z.number().int(),
  /** Prompts with the same greedy reply. */
  equalReplies: z.number().int(),
  /** Mean Kullback–Leibler divergence, in nats a token, from the first step and from the step that it was made from. */
  meanKlFromFirst: z.number().nullable(),
  meanKl: z.number().nullable(),
  executionAccuracy: z.number().nullable(),
  /** What is wrong with the step; none where it is as it must be. */
  failure: z.string().nullable(),
});

export type ParityRow = z.infer<typeof parityRowSchema>;

/** Rounding weights to 16 bits moves distributions by less; a wrong name or template moves them by whole nats. */
const losslessKl = 0.01;
const losslessReplies = 0.9;
/** Of fewer replies one near tie of two tokens would be too much. */
const fewestReplies = 8;

/**
 * Holds every step of the model chain against the one that it was made from. A slip of tokenizer, template or weight names shows in the first step that has it.
 * @param steps in the order in which they are made, the first is the reference
 */
export function compareSteps(steps: readonly ProbedStep[]): ParityRow[] {
  return steps.map((step) => {
    const before = steps.find(({ name }) => name === step.from);
    const first = steps[0]!;
    const prompts = step.answers.length;
    const row = {
      step: step.name,
      from: before?.name ?? null,
      bytes: step.bytes ?? null,
      prompts,
      equalIds: before === undefined ? prompts : count(step, before, (a, b) => a.ids.length === b.ids.length && a.ids.every((id, index) => id === b.ids[index])),
      equalReplies: before === undefined ? prompts : count(step, before, (a, b) => a.text.trim() === b.text.trim()),
      meanKlFromFirst: step === first ? null : meanKl(first, step),
      meanKl: before === undefined ? null : meanKl(before, step),
      executionAccuracy: step.executionAccuracy ?? null,
    };
    return { ...row, failure: failureOf(row, step.lossless) };
  });
}

function failureOf({ step, from, prompts, equalIds, equalReplies, meanKl: kl }: Omit<ParityRow, 'failure'>, lossless: boolean): string | null {
  if (from === null) return null;
  if (equalIds < prompts) return `${from} → ${step}: ${prompts - equalIds} of ${prompts} prompts have other token ids: look at the tokenizer and the prompt template of this step`;
  if (!lossless) return null;
  if (kl !== null && kl > losslessKl) return `${from} → ${step}: next-token distributions differ by ${kl.toPrecision(2)} nats a token, where rounding makes less than ${losslessKl}: look at the names and shapes of the weights`;
  if (prompts >= fewestReplies && equalReplies < losslessReplies * prompts) return `${from} → ${step}: only ${equalReplies} of ${prompts} greedy replies are equal: look at the weights and at what ends a reply`;
  return null;
}

function count(step: ProbedStep, before: ProbedStep, equal: (a: ProbedAnswer, b: ProbedAnswer) => boolean): number {
  return step.answers.filter((answer, index) => before.answers[index] !== undefined && equal(answer, before.answers[index])).length;
}

function meanKl(reference: ProbedStep, step: ProbedStep): number | null {
  const divergences = step.answers.flatMap(({ logDistributions }, prompt) =>
    logDistributions.flatMap((distribution, position) => {
      const other = reference.answers[prompt]?.logDistributions[position];
      return other === undefined ? [] : [klDivergence(other, distribution)];
    }));
  return divergences.length === 0 ? null : divergences.reduce((sum, value) => sum + value, 0) / divergences.length;
}
