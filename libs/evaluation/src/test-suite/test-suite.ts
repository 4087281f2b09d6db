import { cancelled } from '@sqlwright/errors';
import type { QueryResult } from '@sqlwright/database';
import { compareResults } from '../comparison/compare-results.ts';
import { execute, type ExecutionContext } from '../judgement/execute.ts';
import { toGold, type GoldResult } from '../judgement/run-gold.ts';
import { normalizeSql } from '../metrics/normalize-sql.ts';
import type { EvaluationQuestion } from '../questions/evaluation-question.ts';
import { mutateSql, type Mutant } from './mutate-sql.ts';
import type { DataInstance } from './open-instances.ts';

/** A question with the results of its gold SQL on the first database. */
export interface PreparedQuestion {
  readonly question: EvaluationQuestion;
  readonly gold: readonly GoldResult[];
}

/** How many near misses of a question's gold SQL are told apart from it. */
export interface QuestionMutants {
  readonly id: string;
  readonly mutants: number;
  readonly killed: number;
  /** Those that return the same rows on every database: some mean the same, the others show where the data is too poor. */
  readonly survivors: readonly Mutant[];
}

export type Confirmation = { readonly holds: true } | { readonly holds: false; readonly reason: string };

const mutantSeconds = 2;

/** Several databases of one schema on which statements are compared. */
export class TestSuite {
  readonly #main: ExecutionContext;
  readonly #instances: readonly DataInstance[];
  readonly #gold = new Map<string, Promise<QueryResult | undefined>>();

  constructor(main: ExecutionContext, instances: readonly DataInstance[]) {
    this.#main = main;
    this.#instances = instances;
  }

  get names(): string[] {
    return this.#instances.map(({ name }) => name);
  }

  /** Runs near misses of a question's first gold SQL on one database after the other, until their rows differ. */
  async scoreMutants({ question, gold }: PreparedQuestion, limit: number): Promise<QuestionMutants> {
    const [first] = gold;
    const mutants = first === undefined ? [] : await mutateSql(first.sql, this.#main.schema, limit);
    const survivors: Mutant[] = [];
    let runnable = 0;
    for (const mutant of mutants) {
      if (this.#main.limits.signal?.aborted === true) throw cancelled();
      const fate = await this.#fateOf(mutant.sql, question, first!);
      if (fate !== 'stillborn') runnable += 1;
      if (fate === 'survived') survivors.push(mutant);
    }
    return { id: question.id, mutants: runnable, killed: runnable - survivors.length, survivors };
  }

  /**
   * Whether a prediction that returned a gold statement's rows on the first database returns them on every other one too, and whether these rows prove
   * anything: where no database gives a row, or all give the same single row, only the gold's own text counts.
   * @param matched the gold statements that it agreed with so far
   */
  async confirm(question: EvaluationQuestion, predicted: string, matched: readonly GoldResult[], strength: 'exact' | 'subset'): Promise<Confirmation> {
    let agreeing = [...matched];
    const seen: QueryResult[] = [];
    for (const instance of this.#instances) {
      const execution = await execute(predicted, this.#contextOf(instance));
      const compared = await Promise.all(agreeing.map(async (gold) => ({ gold, ...(await this.#compare(question, gold, execution.kind === 'result' ? execution.result : undefined, instance)) })));
      agreeing = compared.filter((comparison) => comparison[strength]).map(({ gold }) => gold);
      if (agreeing.length === 0) return { holds: false, reason: `other rows on the database "${instance.name}"${execution.kind === 'result' ? '' : `: ${execution.detail}`}` };
      seen.push(...compared.flatMap(({ result }) => (result === undefined ? [] : [result])));
    }
    const text = normalizeSql(predicted);
    if (matched.some(({ sql }) => normalizeSql(sql).replace(/[\s;]+$/, '') === text)) return { holds: true };
    const results = [...matched.map(({ result }) => result), ...seen];
    if (results.every(({ rows }) => rows.length === 0)) return { holds: false, reason: 'the gold result has no rows on any database' };
    if (this.#instances.length > 0 && isConstant(results)) return { holds: false, reason: 'the gold result is the same single row on every database' };
    return { holds: true };
  }

  async #fateOf(sql: string, question: EvaluationQuestion, gold: GoldResult): Promise<'stillborn' | 'killed' | 'survived'> {
    const first = await execute(sql, mutantContext(this.#main, gold.result));
    if (first.kind === 'timeout') return 'killed';
    if (first.kind !== 'result') return 'stillborn';
    if (!compareResults(gold.result, first.result, gold).exact) return 'killed';
    for (const instance of this.#instances) {
      const result = await this.#goldOn(instance, gold.sql);
      if (result === undefined) continue;
      const execution = await execute(sql, mutantContext(this.#contextOf(instance), result));
      if (execution.kind !== 'result' || !compareResults(result, execution.result, toGold(question, gold.sql, result)).exact) return 'killed';
    }
    return 'survived';
  }

  /** A gold statement that cannot run on an instance (a division by zero) says nothing there. */
  async #compare(question: EvaluationQuestion, gold: GoldResult, given: QueryResult | undefined, instance: DataInstance): Promise<{ exact: boolean; subset: boolean; result?: QueryResult }> {
    const result = await this.#goldOn(instance, gold.sql);
    if (result === undefined) return { exact: true, subset: true };
    if (given === undefined) return { exact: false, subset: false, result };
    return { ...compareResults(result, given, toGold(question, gold.sql, result)), result };
  }

  /** Undefined where the statement says nothing: it cannot run, or it cuts rows that tie at random. */
  #goldOn(instance: DataInstance, sql: string): Promise<QueryResult | undefined> {
    if (instance.tied && cutsTies(sql)) return Promise.resolve(undefined);
    const key = `${instance.name}\n${sql}`;
    const known = this.#gold.get(key);
    if (known !== undefined) return known;
    const running = execute(sql, this.#contextOf(instance)).then((execution) => (execution.kind === 'result' && !execution.result.truncated ? execution.result : undefined));
    this.#gold.set(key, running);
    return running;
  }

  #contextOf({ database }: DataInstance): ExecutionContext {
    return { ...this.#main, database };
  }
}

/** One row more than the gold has is enough to tell a mutant. */
function mutantContext(context: ExecutionContext, gold: QueryResult): ExecutionContext {
  return { ...context, limits: { ...context.limits, maxRows: gold.rows.length + 1, seconds: Math.min(context.limits.seconds, mutantSeconds) } };
}

function cutsTies(sql: string): boolean {
  return /\b(limit|fetch\s+(first|next))\s/i.test(sql) && !/\bwith\s+ties\b/i.test(sql);
}

function isConstant(results: readonly QueryResult[]): boolean {
  return results.every(({ rows }) => rows.length === 1) && new Set(results.map(({ rows }) => JSON.stringify(rows))).size === 1;
}
