import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { GenerationRequest, GenerationResult } from '@sqlwright/language-model';
import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import type { LoadedModel } from './load-model.ts';
import type { PreparedRequest } from './prepare-tokens.ts';

/**
 * Continues a text token by token, from an empty sequence: what was asked before never changes a reply.
 * @throws SqlwrightError run.cancelled, provider.bad-reply where the request leaves no room in the context
 */
export async function continueTokens(loaded: LoadedModel, sequence: LlamaContextSequence, prepared: PreparedRequest, request: GenerationRequest): Promise<GenerationResult> {
  const { model } = loaded;
  const limit = Math.min(request.maxTokens, roomFor(sequence, prepared));
  const reply: Token[] = [];
  const logProbabilities: number[] = [];
  const result = (text: string, finishReason: GenerationResult['finishReason']): GenerationResult => ({
    text,
    finishReason,
    ...(request.logProbabilities === true ? { logProbabilities } : {}),
    usage: { promptTokens: prepared.tokens.length, completionTokens: reply.length },
  });
  const written = pieceWriter(request.onText);
  await sequence.clearHistory();
  for await (const { token, confidence } of evaluateTokens(sequence, prepared, request)) {
    if (request.signal?.aborted) throw cancelled(request.signal.reason);
    if (confidence !== undefined) logProbabilities.push(Math.log(confidence));
    if (model.isEogToken(token) || prepared.stopTokens.has(token)) break;
    reply.push(token);
    const stopped = textBeforeStop(loaded, prepared, reply);
    if (stopped !== undefined) return result(stopped, 'stop');
    if (request.onText !== undefined) written(textOf(loaded, prepared, reply));
    if (reply.length >= limit) return result(textOf(loaded, prepared, reply), 'length');
  }
  return result(textOf(loaded, prepared, reply), 'stop');
}

function evaluateTokens(sequence: LlamaContextSequence, { tokens }: PreparedRequest, request: GenerationRequest): AsyncGenerator<{ token: Token; confidence?: number }> {
  const temperature = request.temperature ?? 0;
  return request.logProbabilities === true ? sequence.evaluateWithMetadata(tokens, { confidence: true }, { temperature, yieldEogToken: true }) : sequence.evaluateWithMetadata(tokens, {}, { temperature });
}

/** Hands on what a growing text has more than before; a character of which only some bytes are there waits for the others. */
function pieceWriter(onText: GenerationRequest['onText']): (text: string) => void {
  let written = 0;
  return (text) => {
    if (text.length <= written || text.endsWith('\uFFFD')) return;
    onText?.(text.slice(written));
    written = text.length;
  };
}

function roomFor(sequence: LlamaContextSequence, { tokens }: PreparedRequest): number {
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
