import { cancelled, SqlwrightError, type ErrorCode } from '@sqlwright/errors';

/** Whose failure it is, and the key that must not be shown. */
export interface HostedCall {
  readonly name: string;
  readonly key: string;
  readonly signal?: AbortSignal | undefined;
}

/** Gives what an SDK threw after its last retry a code and a hint. The key never occurs in it, nor in its cause. */
export function providerError(thrown: unknown, call: HostedCall): SqlwrightError {
  if (call.signal?.aborted) return cancelled(call.signal.reason);
  if (SqlwrightError.is(thrown)) return thrown;
  const { code, said, hint } = describe(thrown, statusOf(thrown));
  const reason = withoutKey(reasonOf(thrown), call.key);
  // What a server says of a refused key may hold parts of it.
  if (code === 'provider.refused-key') return new SqlwrightError(code, `${call.name} ${said}.`, { hint });
  return new SqlwrightError(code, `${call.name} ${said}: ${reason}`, { hint, cause: new Error(reason) });
}

/** The error of a reply that arrived but holds no text. */
export function badReply(name: string, reason: string): SqlwrightError {
  return new SqlwrightError('provider.bad-reply', `${name} answered without a usable text: ${reason}`, { hint: 'Run the command again, or choose another model.' });
}

interface Description {
  readonly code: ErrorCode;
  readonly said: string;
  readonly hint: string;
}

function describe(thrown: unknown, status: number | undefined): Description {
  if (status === 401 || status === 403) return { code: 'provider.refused-key', said: 'did not accept the API key', hint: 'Check the environment variable that the configuration names, and what the key may do.' };
  if (status === 429) return { code: 'provider.rate-limited', said: 'kept refusing for too many requests', hint: 'Wait and run the same command again; replies that have arrived are kept. Check the quota of the key.' };
  if (status === 404) return { code: 'provider.unavailable', said: 'does not know this model or address', hint: 'Check the model name and the base URL in the configuration.' };
  if (status !== undefined && status < 500) return { code: 'provider.bad-reply', said: `did not take the request (${status})`, hint: 'Check the model name and replyTokens in the configuration.' };
  if (thrown instanceof SyntaxError) return { code: 'provider.bad-reply', said: 'answered with something that is not JSON', hint: 'Check the base URL in the configuration: a proxy or another service may be answering.' };
  return { code: 'provider.unavailable', said: 'could not be reached or failed', hint: 'Check the network and the base URL, then run the same command again; replies that have arrived are kept.' };
}

function statusOf(thrown: unknown): number | undefined {
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined;
  return typeof status === 'number' ? status : undefined;
}

function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const inner = thrown.cause instanceof Error ? `${thrown.message} ${thrown.cause.message}` : thrown.message;
  return inner.replace(/\s+/g, ' ').trim().slice(0, 500);
}

function withoutKey(text: string, key: string): string {
  return key === '' ? text : text.replaceAll(key, '(key)');
}
