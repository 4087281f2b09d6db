import type { GivenAnswer } from './given-answer.ts';

/** What feedback needs of an answer: no rows. */
export type RecentAnswer = Pick<GivenAnswer, 'id' | 'dataset' | 'model' | 'question' | 'sql' | 'status'>;

export interface RecentAnswers {
  add(answer: RecentAnswer): void;
  find(id: string): RecentAnswer | undefined;
}

/** Remembers the answers that feedback may be given to; the oldest is forgotten first. */
export function createRecentAnswers(most = 10_000): RecentAnswers {
  const answers = new Map<string, RecentAnswer>();
  return {
    add({ id, dataset, model, question, sql, status }) {
      answers.set(id, { id, dataset, model, question, sql, status });
      if (answers.size <= most) return;
      const [oldest] = answers.keys();
      if (oldest !== undefined) answers.delete(oldest);
    },
    find: (id) => answers.get(id),
  };
}
