import { digestText, type Progress } from '@sqlwright/artifacts';
import type { Reject, TeacherSample, VerifiedSample } from '../sample.ts';
import { checkStatement, type Judge, type StatementVerdict } from './check-statement.ts';
import { sqlTemplate } from './sql-template.ts';
import { commonAliases } from './table-aliases.ts';

export interface Verification {
  readonly samples: readonly VerifiedSample[];
  readonly rejects: readonly Reject[];
  /** Different statements that the guard allowed and the database ran. */
  readonly statements: number;
  /** Statements that were given another spelling. */
  readonly respelled: number;
}

/** Judges the SQL of every sample, each different statement once. */
export async function verifySamples(samples: readonly TeacherSample[], options: Omit<Judge, 'aliases'> & { abstention: string; progress: Progress }): Promise<Verification> {
  const verdicts = await judgeStatements(samples, options);
  const verified: VerifiedSample[] = [];
  const rejects: Reject[] = [];
  for (const sample of samples) {
    const { id, topic, questions } = sample;
    const sql = tidySql(sample.sql);
    const verdict = verdicts.get(sql);
    if (verdict === undefined) {
      verified.push({ id, topic, questions, tables: [], sql: null, level: undefined, discernment: undefined, template: `unanswerable ${digestText(questions.join('\n')).slice(0, 12)}` });
      continue;
    }
    const failure = verdict.accepted ? unnamedTables(sample, verdict.tables) : verdict;
    if (failure !== undefined) rejects.push({ id, topic, reason: failure.reason, detail: failure.detail, questions, sql });
    else if (verdict.accepted) verified.push({ id, topic, questions, tables: [...verdict.tables].sort(), sql: verdict.sql, template: await sqlTemplate(verdict.sql), level: verdict.level, discernment: verdict.discernment });
  }
  return { samples: verified, rejects, ...count(verdicts) };
}

async function judgeStatements(samples: readonly TeacherSample[], options: Omit<Judge, 'aliases'> & { abstention: string; progress: Progress }): Promise<Map<string, StatementVerdict>> {
  const statements = [...new Set(samples.map(({ sql }) => tidySql(sql)))].filter((sql) => !isAbstention(sql, options.abstention));
  const judge = { ...options, aliases: await commonAliases(statements) };
  const verdicts = new Map<string, StatementVerdict>();
  for (const sql of statements) {
    verdicts.set(sql, await checkStatement(sql, judge));
    options.progress.update({ done: verdicts.size, total: statements.length });
  }
  return verdicts;
}

function tidySql(sql: string): string {
  return sql.trim().replace(/[\s;]+$/, '');
}

function isAbstention(sql: string, abstention: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return letters(sql) === letters(abstention);
}

function unnamedTables(sample: TeacherSample, read: readonly string[]): { reason: 'tables-not-named'; detail: string } | undefined {
  const named = new Set(sample.tables.map((table) => table.toLowerCase()));
  const missing = read.filter((table) => !named.has(table.toLowerCase()));
  return missing.length === 0 ? undefined : { reason: 'tables-not-named', detail: `The SQL reads ${missing.join(', ')}, which the sample does not name.` };
}

function count(verdicts: ReadonlyMap<string, StatementVerdict>): { statements: number; respelled: number } {
  const accepted = [...verdicts].flatMap(([sql, verdict]) => (verdict.accepted ? [{ before: sql, after: verdict.sql }] : []));
  return { statements: accepted.length, respelled: accepted.filter(({ before, after }) => before !== after).length };
}
