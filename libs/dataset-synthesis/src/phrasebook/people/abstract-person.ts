import type { Phrase } from '../phrase.ts';
import { abstractPersonQuestion } from './abstract-person-question.ts';
import { abstractPersonStatement } from './abstract-person-statement.ts';

/** Makes a sample about customers a phrase about any people; undefined where its SQL or each of its questions is of that database alone. */
export function abstractPerson({ questions, sql }: Phrase): Phrase | undefined {
  const statement = abstractPersonStatement(sql);
  const asked = statement === undefined ? [] : questions.flatMap((question) => abstractPersonQuestion(question, statement) ?? []);
  return statement === undefined || asked.length === 0 ? undefined : { questions: asked, sql: statement };
}
