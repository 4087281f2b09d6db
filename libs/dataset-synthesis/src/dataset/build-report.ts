import type { ParsedReply } from '../teacher/parse-teacher-reply.ts';
import type { Coverage, CoverageCell } from './measure-coverage.ts';
import type { Verification } from '../sql/verify-samples.ts';
import type { ExpandedPairs } from './expand-pairs.ts';
import type { Reject } from '../sample.ts';
import { levels } from '../sql/statement-level.ts';
import type { Split } from './split-pairs.ts';

/** `report.json`: what became of the teacher's samples. */
export interface SynthesisReport {
  readonly teacher: string;
  readonly samples: { readonly requested: number; readonly received: number; readonly verified: number; readonly unanswerable: number; readonly unanswerableShare: number };
  readonly statements: { readonly different: number; readonly respelled: number };
  readonly pairs: { readonly train: number; readonly eval: number; readonly duplicates: number };
  readonly templates: { readonly train: number; readonly eval: number };
  readonly rejects: Readonly<Record<string, number>>;
  readonly levels: Readonly<Record<string, number>>;
  /** What the seeded database tells: samples without a result, near-misses that were run and those of another result, samples that no near-miss differs from. */
  readonly truth: { readonly empty: number; readonly emptyShare: number; readonly nearMisses: number; readonly told: number; readonly toldShare: number; readonly untold: number };
  /** The plan made from the schema; its table is coverage.md. */
  readonly coverage: { readonly filled: number; readonly excepted: number; readonly empty: number; readonly cells: readonly CoverageCell[] };
  readonly topics: readonly { readonly topic: string; readonly requested: number; readonly received: number; readonly verified: number }[];
  readonly notes: readonly string[];
}

export interface Outcome {
  readonly teacher: string;
  readonly requests: readonly { readonly topic: string; readonly samples: number }[];
  readonly replies: readonly ParsedReply[];
  readonly verification: Verification;
  readonly expanded: ExpandedPairs;
  readonly split: Split;
  readonly rejects: readonly Reject[];
  readonly coverage: Coverage;
}

const leastUnanswerable = 0.1;

export function buildReport(outcome: Outcome): SynthesisReport {
  const { samples, statements, respelled } = outcome.verification;
  const unanswerable = samples.filter(({ sql }) => sql === null).length;
  const unanswerableShare = samples.length === 0 ? 0 : Math.round((unanswerable / samples.length) * 10_000) / 10_000;
  const topics = countTopics(outcome);
  return {
    teacher: outcome.teacher,
    samples: { requested: total(topics, 'requested'), received: total(topics, 'received'), verified: samples.length, unanswerable, unanswerableShare },
    statements: { different: statements, respelled },
    pairs: { train: outcome.split.train.length, eval: outcome.split.eval.length, duplicates: outcome.expanded.duplicates },
    templates: { train: countTemplates(outcome.split.train), eval: countTemplates(outcome.split.eval) },
    rejects: countReasons(outcome.rejects),
    levels: countLevels(samples),
    truth: truthOf(samples),
    coverage: outcome.coverage,
    topics,
    notes: notesOn(unanswerableShare, topics, outcome.coverage),
  };
}

function countLevels(samples: Verification['samples']): Record<string, number> {
  return Object.fromEntries(levels.map((level) => [level, samples.filter((sample) => sample.level === level).length]));
}

function truthOf(samples: Verification['samples']): SynthesisReport['truth'] {
  const judged = samples.flatMap(({ discernment }) => discernment ?? []);
  const [empty, run, told] = [judged.filter((each) => each.empty).length, sum(judged.map(({ nearMisses }) => nearMisses)), sum(judged.map((each) => each.told))];
  return { empty, emptyShare: share(empty, judged.length), nearMisses: run, told, toldShare: share(told, run), untold: judged.filter((each) => each.nearMisses > 0 && each.told === 0).length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

type TopicCounts = SynthesisReport['topics'][number];

function countTopics({ requests, replies, verification }: Outcome): TopicCounts[] {
  const topics = [...new Set(requests.map(({ topic }) => topic))];
  return topics.map((topic) => ({
    topic,
    requested: requests.reduce((sum, request) => sum + (request.topic === topic ? request.samples : 0), 0),
    received: replies.reduce((sum, { samples }) => sum + samples.filter((sample) => sample.topic === topic).length, 0),
    verified: verification.samples.filter((sample) => sample.topic === topic).length,
  }));
}

function total(topics: readonly TopicCounts[], key: 'requested' | 'received'): number {
  return topics.reduce((sum, topic) => sum + topic[key], 0);
}

function countTemplates(pairs: Split['train']): number {
  return new Set(pairs.map(({ template }) => template)).size;
}

/** The most frequent reason first. */
export function countReasons(rejects: readonly Reject[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { reason } of rejects) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, countOfA], [b, countOfB]) => countOfB - countOfA || (a < b ? -1 : 1)));
}

function notesOn(share: number, topics: readonly TopicCounts[], coverage: Coverage): string[] {
  const unused = coverage.cells.filter(({ kind, samples }) => kind === 'table' && samples === 0).map(({ name }) => `No sample reads the table ${name}.`);
  const empty = topics.filter(({ received }) => received === 0).map(({ topic }) => `The teacher's reply on "${topic}" held no sample.`);
  const few = share < leastUnanswerable ? [`Only ${(share * 100).toFixed(1)} % of the samples are unanswerable; below 10 % a model seldom learns to abstain.`] : [];
  return [...empty, ...few, ...unused];
}
