import type { Database } from '@sqlwright/database';
import { createSqlGenerator, type SqlGenerator, type SqlGeneratorOptions } from '@sqlwright/sql-generation';
import { createAnswerer } from '@sqlwright/sql-qa';
import { answeringGenerator } from '../answering-generator.ts';
import type { Way } from './ways.ts';

export interface WayOptions {
  readonly database: Pick<Database, 'read'>;
  /** Longest run of one statement, in seconds. */
  readonly statementSeconds: number;
  /** Tries of `voted`. */
  readonly votes: number;
}

/** Enough rows to tell the results of two statements apart. */
const maxRows = 10_000;

/** A generator that asks a model in one of these ways. */
export function generatorFor(way: Way, options: SqlGeneratorOptions, { database, statementSeconds, votes }: WayOptions): SqlGenerator {
  const generator = createSqlGenerator({ ...options, constrain: way !== 'free' });
  if (way === 'free' || way === 'constrained') return generator;
  const limits = { maxRows, seconds: statementSeconds };
  return answeringGenerator(createAnswerer({ generator, database, schema: options.schema, refusal: options.contract.abstention, limits, repairs: 1, votes: way === 'voted' ? votes : 1 }));
}
