import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { GenerationRequest, GenerationResult } from '@sqlwright/language-model';
import type { Token } from 'node-llama-cpp';
import type { LoadedModel } from './load-model.ts';
import type { PreparedRequest } from './prepare-tokens.ts';

/**
 * Continues a text token by token, from an empty sequence: what was asked before never changes a reply.
 * @throws SqlwrightError run.cancelled, provider.bad-reply where the request leaves no room in the context
 */
export async function continueTokens(loaded: LoadedModel, prepared: PreparedRequest, request: GenerationRequest): Promise<GenerationResult> {
  const { model, sequence } = loaded;
  const limit = Math.min(request.maxTokens, roomFor(loaded, prepared));
  const reply: Token[] = [];
  const result = (text: string, finishReason: GenerationResult['finishReason']): GenerationResult => ({
    text,
    finishReason,
    usage: { promptTokens: prepared.tokens.length, completionTokens: reply.length },
  });
  await sequence.clearHistory();
  for await (const token of sequence.evaluate(prepared.tokens, { temperature: request.temperature ?? 0 })) {
    if (request.signal?.aborted) throw cancelled(request.signal.reason);
    if (model.isEogToken(token) || prepared.stopTokens.has(token)) break;
    reply.push(token);
    const stopped = textBeforeStop(loaded, prepared, reply);
    if (stopped !== undefined) return result(stopped, 'stop');
    if (reply.length >= limit) return result(textOf(loaded, prepared, reply), 'length');
  }
  return result(textOf(loaded, prepared, reply), 'stop');
}

function roomFor({ sequence }: LoadedModel, { tokens }: PreparedRequest): number {
  const room = sequence.contextSize - tokens.length;
  if (room > 0) return room;
  throw new SqlwrightError('provider.bad-reply', `The request has ${tokens.length} tokens, more than the model's context of ${sequence.contextSize}.`, {
    hint: 'Ask a shorter question, show less of the schema, or raise contextTokens.',
  });
}

function textBeforeStop(loaded: LoadedModel, prepared: PreparedRequest, reply: readonly Token[]): string | undefined {
  if (prepared.stopTexts.length === 0) return undefined;
  const text = textOf(loaded, prepared, reply);
  const ends = prepared.stopTexts.map((stop) => text.indexOf(stop)).filter((index) => index !== -1);
  return ends.length === 0 ? undefined : text.slice(0, Math.min(...ends));
}

/** The prompt's last tokens tell the tokenizer that this is no beginning of a text, where a space would be taken off. */
function textOf({ model }: LoadedModel, { tokens }: PreparedRequest, reply: readonly Token[]): string {
  return model.detokenize(reply, false, tokens.slice(-4));
}
