import { z } from 'zod';
import { percent, table } from '../report/markdown.ts';

/** A form in which a model can be served. */
export interface MeasuredForm {
  readonly name: string;
  /** Of all files that must lie on the disk. */
  readonly bytes: number;
  /** Seconds from question to SQL, at the median. */
  readonly seconds: number | null;
  /** Right questions, refusals of unanswerable ones included, and all questions. */
  readonly right: number;
  readonly questions: number;
}

export const choiceSchema = z.strictObject({
  chosen: z.string(),
  /** Why, in a sentence. */
  reason: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      bytes: z.number().int().positive(),
      seconds: z.number().nullable(),
      right: z.number().int().nonnegative(),
      questions: z.number().int().positive(),
      /** Share of questions below the most accurate form. */
      loss: z.number(),
      verdict: z.enum(['chosen', 'keeps the accuracy', 'loses too much']),
    }),
  ),
});

export type FormChoice = z.infer<typeof choiceSchema>;

/**
 * Chooses among the forms that lose no more than is allowed against the most accurate one: the smallest, or the quickest. Of two alike the more accurate.
 * @param forms at least one, all asked the same questions
 */
export function chooseForm(forms: readonly MeasuredForm[], wish: 'smallest' | 'quickest', allowedLoss: number): FormChoice {
  const share = ({ right, questions }: MeasuredForm): number => right / questions;
  const best = Math.max(...forms.map(share));
  const lossOf = (form: MeasuredForm): number => best - share(form);
  const keeping = forms.filter((form) => lossOf(form) <= allowedLoss + 1e-9);
  const cost = (form: MeasuredForm): number => (wish === 'smallest' ? form.bytes : (form.seconds ?? Infinity));
  const chosen = keeping.toSorted((a, b) => cost(a) - cost(b) || share(b) - share(a))[0]!;
  const dropped = forms.length - keeping.length;
  const reason = `${chosen.name} is the ${wish} of the ${keeping.length} forms that lose no more than ${percent(allowedLoss)} against the best (${percent(best)} right)${dropped === 0 ? '' : `; ${dropped} lose more`}.`;
  const verdict = (form: MeasuredForm): FormChoice['rows'][number]['verdict'] => (form === chosen ? 'chosen' : keeping.includes(form) ? 'keeps the accuracy' : 'loses too much');
  return { chosen: chosen.name, reason, rows: forms.map((form) => ({ ...form, loss: lossOf(form), verdict: verdict(form) })) };
}

/** The table of a choice as Markdown. */
export function renderChoice({ rows, reason }: FormChoice): string {
  const cells = rows.map(({ name, bytes, seconds, right, questions, loss, verdict }) => [name, `${(bytes / 1e6).toFixed(0)} MB`, seconds?.toFixed(2) ?? '–', `${right} of ${questions}`, percent(right / questions), percent(loss), verdict]);
  return `${table(['form', 'size', 'seconds a question', 'right', '', 'loss', ''], cells)}\n\n${reason}\n`;
}
