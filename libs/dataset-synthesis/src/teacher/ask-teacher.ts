import type { Progress } from '@sqlwright/artifacts';
import { SqlwrightError } from '@sqlwright/errors';
import type { LanguageModel } from '@sqlwright/language-model';
import { mapConcurrently } from './map-concurrently.ts';
import { parseTeacherReply, type ParsedReply } from './parse-teacher-reply.ts';
import type { RenderedRequest } from './render-requests.ts';
import { openReplyCache, type ReplyCache } from './reply-cache.ts';

export interface Asking {
  readonly teacher: LanguageModel;
  readonly replyTokens: number;
  readonly replyCache: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

const requestsAtATime = 4;
const attempts = 2;
/** Some freedom, for varied wordings; what runs is judged afterwards. */
const temperature = 0.7;
/** Errors of one request, not of the teacher. */
const costOneTopic: ReadonlySet<string> = new Set(['provider.bad-reply', 'provider.request-too-long']);

/**
 * Sends every request to the teacher, a few at a time, and reads the replies, in the order of the requests. A reply without one sample is asked for
 * again; if it comes broken again, its topic stays empty.
 * @throws SqlwrightError of the teacher; provider.bad-reply where no reply at all holds a sample
 */
export async function askTeacher(requests: readonly RenderedRequest[], asking: Asking): Promise<ParsedReply[]> {
  const cache = openReplyCache(asking.replyCache, asking.teacher.name);
  let done = 0;
  const replies = await mapConcurrently(requests, requestsAtATime, async (request, index) => {
    const reply = await askOnce(request, index, asking, cache);
    done += 1;
    asking.progress.update({ done, total: requests.length, remark: `${request.topic}: ${reply.samples.length} of ${request.samples} samples` });
    return reply;
  });
  if (replies.some(({ samples }) => samples.length > 0)) return replies;
  throw new SqlwrightError('provider.bad-reply', `No reply of ${asking.teacher.name} holds a sample; the first begins: ${replies[0]?.rejects[0]?.detail ?? ''}`, {
    hint: 'Choose a more capable teacher, or raise replyTokens if its replies were cut.',
  });
}

async function askOnce(request: RenderedRequest, index: number, asking: Asking, cache: ReplyCache): Promise<ParsedReply> {
  const origin = { id: String(index + 1).padStart(2, '0'), topic: request.topic };
  const kept = await cache.read(request.prompt);
  if (kept !== undefined) return parseTeacherReply(kept, origin);
  let parsed: ParsedReply = { samples: [], rejects: [] };
  let failure: unknown;
  for (let attempt = 0; attempt < attempts && parsed.samples.length === 0; attempt += 1) {
    const text = await asking.teacher.generate({ message: request.prompt, maxTokens: asking.replyTokens, temperature, signal: asking.signal }).then((reply) => reply.text, emptyIfBad);
    parsed = parseTeacherReply(text, origin);
    if (parsed.samples.length > 0) await cache.write(request.prompt, text);
  }
  if (parsed.samples.length === 0 && parsed.rejects.length === 0 && failure !== undefined) return { samples: [], rejects: [{ id: `${origin.id}-000`, topic: origin.topic, reason: 'malformed-line', detail: failure instanceof Error ? failure.message : String(failure), questions: [], sql: null }] };
  return parsed;

  /** A reply that cannot be used costs its topic, not the whole run; what is no fault of the reply ends it. */
  function emptyIfBad(error: unknown): string {
    if (!SqlwrightError.is(error) || !costOneTopic.has(error.code)) throw error;
    failure = error;
    return '';
  }
}
