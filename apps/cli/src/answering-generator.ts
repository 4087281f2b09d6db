import { SqlwrightError } from '@sqlwright/errors';
import type { SqlGenerator } from '@sqlwright/sql-generation';
import type { Answerer } from '@sqlwright/sql-qa';

/** The statements that an answerer comes to, second tries and votes included. A question that it does not read (empty, too long) is an abstention. */
export function answeringGenerator(answerer: Answerer): SqlGenerator {
  return {
    async generate(question, { signal } = {}) {
      try {
        const { sql, answer, groundings } = await answerer.answer(question, signal === undefined ? {} : { signal });
        return sql === null ? { kind: 'abstention', reply: answer } : { kind: 'sql', sql, reply: sql, groundings };
      } catch (error) {
        if (!SqlwrightError.is(error) || error.code !== 'usage.invalid') throw error;
        return { kind: 'abstention', reply: error.message };
      }
    },
  };
}
