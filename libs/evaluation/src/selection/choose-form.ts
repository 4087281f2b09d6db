import { z } from 'zod';
import { percent, table } from '../report/markdown.ts';

/** A form in which a model can be served. */
export interface MeasuredForm {
  readonly name: string;
  /** The same of two forms that differ only in the importance matrix. */
  readonly format: string;
  readonly importanceMatrix: boolean;
  /** Of all files that must lie on the disk. */
  readonly bytes: number;
  /** Seconds from question to SQL, at the median. */
  readonly seconds: number | null;
  /** Right questions, refusals of unanswerable ones included, and all questions. */
  readonly right: number;
  readonly questions: number;
  /** Mean Kullback–Leibler divergence of its next-token distributions from those of f16, in nats a token; null where there is no f16. */
  readonly meanKl: number | null;
}

const twinVerdict = 'keeps the accuracy, its twin is nearer to f16';

export const choiceSchema = z.strictObject({
  chosen: z.string(),
  /** Why, in a sentence. */
  reason: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      format: z.string(),
      importanceMatrix: z.boolean(),
      bytes: z.number().int().positive(),
      seconds: z.number().nullable(),
      right: z.number().int().nonnegative(),
      questions: z.number().int().positive(),
      meanKl: z.number().nullable(),
      /** Share of questions below f16, or below the most accurate form where there is no f16; negative where it has more right. */
      loss: z.number(),
      verdict: z.enum(['chosen', 'keeps the accuracy', twinVerdict, 'loses too much', 'drifts too far from f16']),
    }),
  ),
  /** What the importance matrix does to each format that was measured with it and without. */
  matrixEffects: z.array(z.strictObject({ format: z.string(), helps: z.boolean(), klWith: z.number().nullable(), klWithout: z.number().nullable(), rightWith: z.number(), rightWithout: z.number() })),
});

export type FormChoice = z.infer<typeof choiceSchema>;

type MatrixEffect = FormChoice['matrixEffects'][number];

/** What a form may cost against f16. */
export interface Allowance {
  /** Share of the questions. */
  readonly loss: number;
  /** Mean Kullback–Leibler divergence from f16, nats a token. */
  readonly divergence: number;
}

/** Seconds that differ by less than this share are taken for equal: a median over a few minutes varies by as much. */
const equallyQuick = 0.05;

/**
 * Chooses among the forms that lose no more than is allowed against f16, in questions and in divergence: the smallest, or the quickest. Of forms that are equally quick
 * the one nearest to f16. Of two that differ only in the importance matrix the one nearer to f16 stands for both: they are of one size and one speed. f16 is the reference, not the
 * form with most right: rounding makes no model better, so that the best of many has been lucky.
 * @param forms at least one, all asked the same questions
 */
export function chooseForm(forms: readonly MeasuredForm[], wish: 'smallest' | 'quickest', allowed: Allowance): FormChoice {
  const share = ({ right, questions }: MeasuredForm): number => right / questions;
  const f16 = forms.find(({ format }) => format === 'f16');
  const reference = f16 === undefined ? Math.max(...forms.map(share)) : share(f16);
  const lossOf = (form: MeasuredForm): number => reference - share(form);
  const isNear = ({ meanKl }: MeasuredForm): boolean => (meanKl ?? 0) <= allowed.divergence;
  const accurate = forms.filter((form) => lossOf(form) <= allowed.loss + 1e-9);
  const near = accurate.filter(isNear);
  // Without a form within both bounds (a configuration that makes one form only) the accurate ones are better than none.
  const keeping = near.length > 0 ? near : accurate.length > 0 ? accurate : forms;
  const candidates = keeping.filter((form) => !keeping.some((other) => isBetterTwin(other, form)));
  const chosen = wish === 'smallest' ? smallestOf(candidates, share) : quickestOf(candidates, share);
  const against = f16 === undefined ? 'the best' : 'f16';
  const out = forms.length - keeping.length;
  const reason = near.length === 0
    ? `No form keeps within the bounds (a loss of ${percent(allowed.loss)} and ${allowed.divergence} nats a token against ${against}); ${chosen.name} is the ${wish} of ${accurate.length > 0 ? `the ${accurate.length} that keep the first` : 'all'}.`
    : `${chosen.name} is the ${wish} of the ${keeping.length} forms that lose no more than ${percent(allowed.loss)} against ${against} (${percent(reference)} right) and stay within ${allowed.divergence} nats a token of it${out === 0 ? '' : `; ${out} do not`}.`;
  const verdict = (form: MeasuredForm): FormChoice['rows'][number]['verdict'] => {
    if (form === chosen) return 'chosen';
    if (candidates.includes(form)) return 'keeps the accuracy';
    if (keeping.includes(form)) return twinVerdict;
    return accurate.includes(form) ? 'drifts too far from f16' : 'loses too much';
  };
  return { chosen: chosen.name, reason, rows: forms.map((form) => ({ ...form, loss: lossOf(form), verdict: verdict(form) })), matrixEffects: compareTwins(forms) };
}

function smallestOf(forms: readonly MeasuredForm[], share: (form: MeasuredForm) => number): MeasuredForm {
  return forms.toSorted((a, b) => a.bytes - b.bytes || share(b) - share(a))[0]!;
}

function quickestOf(forms: readonly MeasuredForm[], share: (form: MeasuredForm) => number): MeasuredForm {
  const secondsOf = ({ seconds }: MeasuredForm): number => seconds ?? Infinity;
  const least = Math.min(...forms.map(secondsOf));
  const quick = forms.filter((form) => secondsOf(form) <= least * (1 + equallyQuick));
  return quick.toSorted((a, b) => (a.meanKl ?? 0) - (b.meanKl ?? 0) || share(b) - share(a) || secondsOf(a) - secondsOf(b))[0]!;
}

/** Whether two forms differ only in the importance matrix and the first is nearer to f16; where both are equally near, the one without. */
function isBetterTwin(form: MeasuredForm, other: MeasuredForm): boolean {
  if (form.format !== other.format || form.importanceMatrix === other.importanceMatrix) return false;
  const distance = ({ meanKl }: MeasuredForm): number => meanKl ?? 0;
  return distance(form) < distance(other) || (distance(form) === distance(other) && other.importanceMatrix);
}

function compareTwins(forms: readonly MeasuredForm[]): MatrixEffect[] {
  return forms.filter(({ importanceMatrix }) => importanceMatrix).flatMap((form) => {
    const without = forms.find((other) => other.format === form.format && !other.importanceMatrix);
    if (without === undefined) return [];
    return [{ format: form.format, helps: isBetterTwin(form, without), klWith: form.meanKl, klWithout: without.meanKl, rightWith: form.right, rightWithout: without.right }];
  });
}

/** The table of a choice as Markdown, and what it says of the importance matrix. */
export function renderChoice({ rows, reason, matrixEffects }: FormChoice): string {
  const cells = rows.map(({ name, bytes, seconds, right, questions, meanKl, loss, verdict }) => [name, `${(bytes / 1e6).toFixed(0)} MB`, seconds?.toFixed(2) ?? '–', `${right} of ${questions}`, percent(right / questions), percent(loss), nats(meanKl), verdict]);
  const effects = matrixEffects.map((effect) => `- ${renderEffect(effect)}\n`).join('');
  return `${table(['form', 'size', 'seconds a question', 'right', '', 'loss', 'KL to f16, nats a token', ''], cells)}\n\n${reason}\n${effects === '' ? '' : `\n${effects}`}`;
}

function renderEffect({ format, helps, klWith, klWithout, rightWith, rightWithout }: MatrixEffect): string {
  return `The importance matrix ${helps ? 'helps' : 'does not help'} ${format}: ${nats(klWith)} instead of ${nats(klWithout)} nats a token from f16, ${rightWith} instead of ${rightWithout} questions right.`;
}

function nats(kl: number | null): string {
  return kl === null ? '–' : kl.toPrecision(2);
}
