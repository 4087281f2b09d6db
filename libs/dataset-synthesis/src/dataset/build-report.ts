import type { ParsedReply } from '../teacher/parse-teacher-reply.ts';
import type { Verification } from '../sql/verify-samples.ts';
import type { ExpandedPairs } from './expand-pairs.ts';
import type { Reject } from '../sample.ts';
import type { Split } from './split-pairs.ts';

/** `report.json`: what became of the teacher's samples. */
export interface SynthesisReport {
  readonly teacher: string;
  readonly samples: { readonly requested: number; readonly received: number; readonly verified: number; readonly unanswerable: number; readonly unanswerableShare: number };
  readonly statements: { readonly different: number; readonly respelled: number };
  readonly pairs: { readonly train: number; readonly eval: number; readonly duplicates: number };
  readonly templates: { readonly train: number; readonly eval: number };
  readonly rejects: Readonly<Record<string, number>>;
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
    topics,
    notes: notesOn(unanswerableShare, topics),
  };
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

function notesOn(share: number, topics: readonly TopicCounts[]): string[] {
  const empty = topics.filter(({ received }) => received === 0).map(({ topic }) => `The teacher's reply on "${topic}" held no sample.`);
  const few = share < leastUnanswerable ? [`Only ${(share * 100).toFixed(1)} % of the samples are unanswerable; below 10 % a model seldom learns to abstain.`] : [];
  return [...empty, ...few];
}
