import type { Progress } from '@sqlwright/artifacts';
import type { SynthesizeInput } from './synthesize-input.ts';
import { askTeacher } from './teacher/ask-teacher.ts';
import type { ParsedReply } from './teacher/parse-teacher-reply.ts';
import { obfuscate } from './teacher/obfuscate.ts';
import { renderRequests } from './teacher/render-requests.ts';

/** What a source gave, before any check. */
export interface CollectedSamples {
  /** Name of the source, for the report. */
  readonly source: string;
  readonly requests: readonly { readonly topic: string; readonly samples: number }[];
  readonly replies: readonly ParsedReply[];
}

/**
 * Asks the teacher for its samples, or takes those that are there, as one reply a topic.
 * @throws SqlwrightError of the teacher; run.cancelled
 */
export async function collectSamples(input: SynthesizeInput, signal: AbortSignal, progress: Progress): Promise<CollectedSamples> {
  const collected = await collectFromSource(input, signal, progress);
  const [first, last] = [feedbackReplies(input), byTopic(input.supplement ?? [], 'grammar-')];
  return { ...collected, requests: [...first.requests, ...collected.requests, ...last.requests], replies: [...first.replies, ...collected.replies, ...last.replies] };
}

function feedbackReplies({ feedback = [] }: SynthesizeInput): Pick<CollectedSamples, 'requests' | 'replies'> {
  if (feedback.length === 0) return { requests: [], replies: [] };
  const samples = feedback.map((sample, line) => ({ id: `feedback-${String(line + 1).padStart(3, '0')}`, ...sample }));
  return { requests: [{ topic: 'feedback', samples: samples.length }], replies: [{ samples, rejects: [] }] };
}

async function collectFromSource(input: SynthesizeInput, signal: AbortSignal, progress: Progress): Promise<CollectedSamples> {
  const { source, config } = input;
  if (source.kind === 'samples') return { source: source.name, ...byTopic(source.samples) };
  const hidden = input.obfuscate === true ? obfuscate(input) : undefined;
  const requests = renderRequests(input);
  progress.step(`ask ${source.teacher.name}`);
  const replies = await askTeacher(requests, { teacher: source.teacher, replyTokens: config.replyTokens, replyCache: source.replyCache, signal, progress });
  if (hidden === undefined) return { source: source.teacher.name, requests, replies };
  const own = renderRequests({ ...input, obfuscate: false }).map(({ topic, samples }) => ({ topic, samples }));
  return { source: source.teacher.name, requests: own, replies: await Promise.all(replies.map(hidden.restore)) };
}

function byTopic(samples: Extract<SynthesizeInput['source'], { kind: 'samples' }>['samples'], prefix = ''): Pick<CollectedSamples, 'requests' | 'replies'> {
  const topics = [...Map.groupBy(samples, ({ topic }) => topic)];
  return {
    requests: topics.map(([topic, own]) => ({ topic, samples: own.length })),
    replies: topics.map(([, own], index) => ({ samples: own.map((sample, line) => ({ id: `${prefix}${String(index + 1).padStart(2, '0')}-${String(line + 1).padStart(3, '0')}`, ...sample })), rejects: [] })),
  };
}
