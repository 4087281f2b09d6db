import { pruneSchema, renderTableDefinitions, type DatabaseSchema } from '@sqlwright/schema';
import type { Pair } from '../sample.ts';

/** The form of the source article: what to do with which tables, the question, the SQL or the abstention. */
export interface TrainingSample {
  readonly instruction: string;
  readonly input: string;
  readonly output: string;
}

/** Renders pairs as training samples, each with the definitions of only the tables that its SQL reads; of all tables where there is none. */
export function renderTrainingSamples(pairs: readonly Pair[], schema: DatabaseSchema, abstention: string): TrainingSample[] {
  const instructions = new Map<string, string>();
  return pairs.map(({ question, tables, sql }) => {
    const key = sql === null ? '' : tables.join(',');
    const instruction = instructions.get(key) ?? renderInstruction(sql === null ? schema : pruneSchema(schema, tables), abstention);
    instructions.set(key, instruction);
    return { instruction, input: question, output: sql ?? abstention };
  });
}

function renderInstruction(schema: DatabaseSchema, abstention: string): string {
  return `Write one PostgreSQL SELECT statement that answers the question from these tables. If they cannot answer it, reply: ${abstention}\n\n${renderTableDefinitions(schema)}`;
}
