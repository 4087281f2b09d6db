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
      /** Share of questions below the most accurate form. */
      loss: z.number(),
      verdict: z.enum(['chosen', 'keeps the accuracy', twinVerdict, 'loses too much']),
    }),
  ),
  /** What the importance matrix does to each format that was measured with it and without. */
  matrixEffects: z.array(z.strictObject({ format: z.string(), helps: z.boolean(), klWith: z.number().nullable(), klWithout: z.number().nullable(), rightWith: z.number(), rightWithout: z.number() })),
});

export type FormChoice = z.infer<typeof choiceSchema>;

type MatrixEffect = FormChoice['matrixEffects'][number];

/**
 * Chooses among the forms that lose no more than is allowed against the most accurate one: the smallest, or the quickest. Of two alike the more accurate. Of two that
 * differ only in the importance matrix the one nearer to f16 stands for both: they are of one size and one speed, and on some hundred questions chance decides which of
 * them has more right.
 * @param forms at least one, all asked the same questions
 */
export function chooseForm(forms: readonly MeasuredForm[], wish: 'smallest' | 'quickest', allowedLoss: number): FormChoice {
  const share = ({ right, questions }: MeasuredForm): number => right / questions;
  const best = Math.max(...forms.map(share));
  const lossOf = (form: MeasuredForm): number => best - share(form);
  const keeping = forms.filter((form) => lossOf(form) <= allowedLoss + 1e-9);
  const candidates = keeping.filter((form) => !keeping.some((other) => isBetterTwin(other, form)));
  const cost = (form: MeasuredForm): number => (wish === 'smallest' ? form.bytes : (form.seconds ?? Infinity));
  const chosen = candidates.toSorted((a, b) => cost(a) - cost(b) || share(b) - share(a))[0]!;
  const dropped = forms.length - keeping.length;
  const reason = `${chosen.name} is the ${wish} of the ${keeping.length} forms that lose no more than ${percent(allowedLoss)} against the best (${percent(best)} right)${dropped === 0 ? '' : `; ${dropped} lose more`}.`;
  const verdict = (form: MeasuredForm): FormChoice['rows'][number]['verdict'] => {
    if (form === chosen) return 'chosen';
    if (candidates.includes(form)) return 'keeps the accuracy';
    return keeping.includes(form) ? twinVerdict : 'loses too much';
  };
  return { chosen: chosen.name, reason, rows: forms.map((form) => ({ ...form, loss: lossOf(form), verdict: verdict(form) })), matrixEffects: compareTwins(forms) };
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
