import { quoteName, type DatabaseSchema } from '@sqlwright/schema';
import { byImportance } from './name-tables.ts';

interface Question {
  readonly id: string;
  readonly question: string;
  readonly gold: readonly string[] | null;
  readonly topic: string;
  readonly level: string;
}

/**
 * A start for the hand-written questions: one count for each of three tables and one that no table answers. JSON has no comments, so the README says how to go on.
 * @param pluralOf what several rows of a table are called
 */
export function renderDevelopmentQuestions(schema: DatabaseSchema, pluralOf: (table: string) => string): string {
  const counts = byImportance(schema).slice(0, 3).map((table, index): Question => ({
    id: `count-${index + 1}`,
    question: `How many ${pluralOf(table.name)} are there?`,
    gold: [`SELECT COUNT(*) FROM ${quoteName(table.name)}`],
    topic: 'totals',
    level: 'easy',
  }));
  const beyond: Question = { id: 'beyond-1', question: 'What will the weather be tomorrow?', gold: null, topic: 'beyond the schema', level: 'easy' };
  return [...counts, beyond].map((question) => `${JSON.stringify(question)}\n`).join('');
}
