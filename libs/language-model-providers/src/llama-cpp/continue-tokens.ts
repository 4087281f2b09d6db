import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { GenerationRequest, GenerationResult } from '@sqlwright/language-model';
import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import type { LoadedModel } from './load-model.ts';
import type { PreparedRequest } from './prepare-tokens.ts';
import { TokenBans, tokenAt } from './token-bans.ts';

/**
 * Continues a text token by token, from an empty sequence: what was asked before never changes a reply.
 * @throws SqlwrightError run.cancelled, provider.bad-reply where the request leaves no room in the context
 */
export async function continueTokens(loaded: LoadedModel, sequence: LlamaContextSequence, prepared: PreparedRequest, request: GenerationRequest): Promise<GenerationResult> {
  const { model } = loaded;
  const limit = Math.min(request.maxTokens, roomFor(sequence, prepared));
  const reply: Token[] = [];
  const logProbabilities: number[] = [];
  const written = pieceWriter(request.onText);
  const result = (text: string, finishReason: GenerationResult['finishReason']): GenerationResult => {
    if (request.constraint !== undefined) written(text);
    const usage = { promptTokens: prepared.tokens.length, completionTokens: reply.length };
    return { text, finishReason, ...(request.logProbabilities === true ? { logProbabilities } : {}), usage };
  };
  const bans = new TokenBans();
  await sequence.clearHistory();
  for (let isWhole = false; !isWhole; ) {
    isWhole = true;
    const banned = bans.at(reply.length);
    for await (const { token, confidence } of evaluateTokens(loaded, sequence, await pendingTokens(sequence, prepared, reply), request, banned)) {
      if (request.signal?.aborted) throw cancelled(request.signal.reason);
      if (confidence !== undefined) logProbabilities.push(Math.log(confidence));
      if (model.isEogToken(token) || prepared.stopTokens.has(token)) break;
      reply.push(token);
      const stopped = textBeforeStop(loaded, prepared, reply);
      if (stopped !== undefined) return result(stopped, 'stop');
      const refused = request.constraint?.check(textOf(loaded, prepared, reply), false);
      if (refused !== undefined && takeBack(tokenAt(loaded, prepared.tokens, reply, refused), reply, logProbabilities, bans)) {
        isWhole = false;
        break;
      }
      if (request.onText !== undefined) written(settled(textOf(loaded, prepared, reply), request));
      if (reply.length >= limit) return result(textOf(loaded, prepared, reply), 'length');
      // A ban holds for one place.
      isWhole = banned.size === 0;
      if (!isWhole) break;
    }
  }
  return result(textOf(loaded, prepared, reply), 'stop');
}

/** Cuts the reply before a token and bans it there. False: too much was banned already. */
function takeBack(index: number, reply: Token[], logProbabilities: number[], bans: TokenBans): boolean {
  const token = reply[index];
  if (token === undefined || !bans.add(index, token)) return false;
  reply.length = index;
  logProbabilities.length = Math.min(logProbabilities.length, index);
  return true;
}

/** What is still to be evaluated: the prompt at first; after something was taken back, the last token that stays. */
async function pendingTokens(sequence: LlamaContextSequence, { tokens }: PreparedRequest, reply: readonly Token[]): Promise<Token[]> {
  if (sequence.nextTokenIndex === 0) return tokens;
  const kept = [...tokens, ...reply];
  await sequence.adaptStateToTokens(kept.slice(0, -1), false);
  return kept.slice(sequence.nextTokenIndex);
}

/** A word that a constraint may still refuse is not shown yet. */
function settled(text: string, { constraint }: GenerationRequest): string {
  return constraint === undefined ? text : text.replace(/[\w$"]+$/, '');
}

function evaluateTokens({ library, model }: LoadedModel, sequence: LlamaContextSequence, tokens: Token[], request: GenerationRequest, banned: ReadonlySet<Token>): AsyncGenerator<{ token: Token; confidence?: number }> {
  const tokenBias = [...banned].reduce((bias, token) => bias.set([token], 'never'), new library.TokenBias(model.tokenizer));
  const options = { temperature: request.temperature ?? 0, ...(banned.size === 0 ? {} : { tokenBias }) };
  return request.logProbabilities === true ? sequence.evaluateWithMetadata(tokens, { confidence: true }, { ...options, yieldEogToken: true }) : sequence.evaluateWithMetadata(tokens, {}, options);
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
