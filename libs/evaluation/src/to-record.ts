import type { AskedQuestion } from './ask.ts';
import { classifyError } from './errors/classify-error.ts';
import { isRight } from './judgement/outcome.ts';
import { styleOf } from './questions/style.ts';
import { templateOf } from './questions/template-of.ts';
import type { QuestionRecord } from './report/evaluation-report.ts';
import { excerpts } from './report/excerpts.ts';
import type { TestSuite } from './test-suite/test-suite.ts';

/**
 * Settles how a question ended: a match on the first database must hold on the whole test suite, if there is one, and a wrong answer gets its class.
 * @param trained the templates of the training samples, if known
 */
export async function toRecord(asked: AskedQuestion, suite: TestSuite | undefined, trained: ReadonlySet<string> | undefined): Promise<QuestionRecord> {
  const { prepared, predicted, confidence, seconds } = asked;
  const { question, gold } = prepared;
  const { outcome, detail } = await settle(asked, suite);
  const settled = { outcome, predicted, gold: question.gold, detail };
  return {
    id: question.id,
    question: question.question,
    topic: question.topic,
    level: question.level,
    style: question.style ?? styleOf(question.question),
    ...(trained === undefined || question.gold === null ? {} : { template: question.gold.some((sql) => trained.has(templateOf(sql))) ? ('seen' as const) : ('unseen' as const) }),
    gold: question.gold,
    predicted,
    outcome,
    ...(isRight(outcome) ? {} : { errorClass: await classifyError(settled) }),
    emptyMatch: asked.judgement.emptyMatch,
    ...(detail === undefined ? {} : { detail }),
    confidence,
    seconds: Math.round(seconds * 1000) / 1000,
    ...(isRight(outcome) ? {} : excerpts(gold[0]?.result, asked.judgement.given)),
  };
}

async function settle({ prepared, predicted, judgement }: AskedQuestion, suite: TestSuite | undefined): Promise<{ outcome: QuestionRecord['outcome']; detail: string | undefined }> {
  const { outcome, detail, matched } = judgement;
  if (suite === undefined || predicted === null || (outcome !== 'exact' && outcome !== 'subset')) return { outcome, detail };
  const confirmation = await suite.confirm(prepared.question, predicted, matched, outcome);
  if (confirmation.holds) return { outcome, detail };
  return { outcome: outcome === 'exact' ? 'coincidence' : 'wrong-rows', detail: confirmation.reason };
}
