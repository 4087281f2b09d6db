import { styles, type Pair, type Reject, type VerifiedSample } from '../sample.ts';

export interface ExpandedPairs {
  readonly pairs: readonly Pair[];
  readonly rejects: readonly Reject[];
  /** Questions that were asked before with the same SQL. */
  readonly duplicates: number;
}

/** Makes a pair of every question. A question that was asked before is dropped; if its SQL is another one, or if it is held out, it is a reject. */
export function expandPairs(samples: readonly VerifiedSample[], heldOut: readonly string[] = []): ExpandedPairs {
  const known = new Map<string, Pair>();
  const secret = new Set(heldOut.map(normalizeQuestion));
  const rejects: Reject[] = [];
  let duplicates = 0;
  for (const pair of samples.flatMap(pairsOf)) {
    const question = normalizeQuestion(pair.question);
    const earlier = known.get(question);
    if (secret.has(question)) rejects.push(reject(pair, 'held-out-question', 'Models are judged by this question.'));
    else if (earlier === undefined) known.set(question, pair);
    else if (earlier.sql === pair.sql) duplicates += 1;
    else rejects.push(conflict(pair, earlier));
  }
  return { pairs: [...known.values()], rejects, duplicates };
}

function pairsOf({ questions, ...sample }: VerifiedSample): Pair[] {
  return questions.map((question, index) => ({ ...sample, id: `${sample.id}-${index + 1}`, question: question.replace(/\s+/g, ' ').trim(), style: styles[index] ?? 'plain' }));
}

/** Letters, digits and signs that mean something; case and punctuation do not, save within a number. */
function normalizeQuestion(question: string): string {
  return question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<!\d)[.,:]|[.,:](?!\d)|[?!;"'’‘“”()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function conflict(pair: Pair, earlier: Pair): Reject {
  const detail = `${earlier.id} asks the same with the SQL: ${earlier.sql ?? 'none, as it cannot be answered'}`;
  return reject(pair, 'conflicting-question', detail);
}

function reject({ id, topic, question, sql }: Pair, reason: Reject['reason'], detail: string): Reject {
  return { id, topic, reason, detail, questions: [question], sql };
}
