import type { QueryResult, Value } from '@sqlwright/database';
import type { Answer, AnswerOptions } from './answer.ts';
import type { AnswererOptions } from './create-answerer.ts';
import { findStatement, type Statement } from './find-statement.ts';
import { runStatement, type Outcome } from './run-statement.ts';

/** A statement and what became of it. */
export interface Run {
  readonly statement: Statement;
  readonly outcome: Outcome;
}

/** Time so far, in seconds. */
export interface Spent {
  generate: number;
  execute: number;
}

export interface Elected {
  /** Undefined: most tries say that the database cannot answer. */
  readonly run: Run | undefined;
  readonly votes: Pick<Answer, 'votes'>;
}

/** What one try says. What cannot run has no say. */
interface Ballot {
  readonly run: Run | undefined;
  readonly says: string | undefined;
}

/** Far enough from greedy decoding to differ where the model is not sure. */
const temperature = 0.7;
const nothing = 'refusal';

/**
 * Runs a statement and, where votes are set, further ones that are drawn for the same question; takes the first of those whose rows most give. Of as many
 * votes the earlier one wins, the first before all. It ends as soon as no other can win. The time is added to `seconds`.
 * @throws SqlwrightError of the model: provider.*, model.*, run.cancelled
 */
export async function vote(question: string, first: Statement, seconds: Spent, options: AnswererOptions, watch: AnswerOptions): Promise<Elected> {
  const most = first.confirmed === true ? 1 : (options.votes ?? 1);
  if (most === 1) return { run: await run(first, seconds, options, watch), votes: {} };
  const quiet = watch.signal === undefined ? {} : { signal: watch.signal };
  const ballots = [toBallot(await run(first, seconds, options, quiet))];
  while (ballots.length < most && !isDecided(ballots, most)) ballots.push(await draw(question, ballots, seconds, options, quiet));
  const [winner] = count(ballots);
  const elected = winner?.ballots[0] ?? ballots[0];
  show(elected?.run, watch);
  return { run: elected?.run, votes: { votes: { agreeing: winner?.ballots.length ?? 0, of: ballots.length } } };
}

async function run(statement: Statement, seconds: Spent, options: AnswererOptions, watch: AnswerOptions): Promise<Run> {
  const outcome = await runStatement(statement, options, watch);
  seconds.execute += outcome.seconds;
  return { statement, outcome };
}

async function draw(question: string, ballots: readonly Ballot[], seconds: Spent, options: AnswererOptions, watch: AnswerOptions): Promise<Ballot> {
  const { statement, seconds: generate } = await findStatement(question, options, watch, { temperature, seed: ballots.length });
  seconds.generate += generate;
  if (statement === undefined) return { run: undefined, says: nothing };
  const same = ballots.find((ballot) => ballot.run?.statement.sql === statement.sql);
  return same ?? toBallot(await run(statement, seconds, options, watch));
}

function toBallot(made: Run): Ballot {
  const { result } = made.outcome;
  return { run: made, says: result === undefined ? undefined : fingerprint(result) };
}

/** The rows as a bag: their order, the names of the columns and the types of numbers say nothing of what was understood. */
function fingerprint({ columns, rows }: QueryResult): string {
  return JSON.stringify([columns.length, rows.map((row) => JSON.stringify(row.map(toPlain))).sort()]);
}

function toPlain(value: Value): Value {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

interface Party {
  readonly says: string;
  readonly ballots: readonly Ballot[];
}

/** The biggest first; of equal ones that of the earlier ballot. */
function count(ballots: readonly Ballot[]): Party[] {
  const parties = new Map<string, Ballot[]>();
  for (const ballot of ballots) if (ballot.says !== undefined) parties.set(ballot.says, [...(parties.get(ballot.says) ?? []), ballot]);
  return [...parties].map(([says, members]) => ({ says, ballots: members })).sort((a, b) => b.ballots.length - a.ballots.length);
}

function isDecided(ballots: readonly Ballot[], most: number): boolean {
  const [winner, second] = count(ballots);
  return winner !== undefined && winner.ballots.length > (second?.ballots.length ?? 0) + most - ballots.length;
}

function show(elected: Run | undefined, watch: AnswerOptions): void {
  if (elected === undefined) return;
  watch.onSql?.(elected.statement.sql, elected.statement.groundings);
  if (elected.outcome.result !== undefined) watch.onRows?.(elected.outcome.result);
}
