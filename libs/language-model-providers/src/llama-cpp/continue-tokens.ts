import { cancelled, SqlwrightError } from '@sqlwright/errors';
import type { GenerationRequest, GenerationResult } from '@sqlwright/language-model';
import type { ControlledEvaluateInputItem, LlamaContextSequence, Token } from 'node-llama-cpp';
import { GrowingReply } from './growing-reply.ts';
import { enterSharedBeginning } from './shared-beginning.ts';
import type { LoadedModel } from './load-model.ts';
import type { PreparedRequest } from './prepare-tokens.ts';

/**
 * Continues a text token by token, from what requests share: what was asked before never changes a reply.
 * @throws SqlwrightError run.cancelled, provider.bad-reply where the request leaves no room in the context
 */
export async function continueTokens(loaded: LoadedModel, sequence: LlamaContextSequence, prepared: PreparedRequest, request: GenerationRequest): Promise<GenerationResult> {
  const limit = Math.min(request.maxTokens, roomFor(sequence, prepared));
  const reply = new GrowingReply(loaded, prepared, request);
  await enterSharedBeginning(sequence, prepared.tokens.slice(0, prepared.shared), loaded.promptCache);
  for (;;) {
    const pending = await pendingTokens(sequence, prepared, reply);
    const next = reply.hasDraft ? evaluateDraft(sequence, pending, reply.draftTokens().slice(0, limit - reply.tokens.length - 1), request) : evaluateTokens(sequence, pending, request, reply.banned);
    const finishReason = await writeOn(next, reply, request, limit);
    if (finishReason !== undefined) return reply.result(finishReason);
  }
}

/** Writes on with tokens of the model. @returns why the reply is at its end; undefined where it goes on from other tokens or by other rules */
async function writeOn(next: AsyncIterable<NextToken>, reply: GrowingReply, request: GenerationRequest, limit: number): Promise<GenerationResult['finishReason'] | undefined> {
  const { banned, hasDraft } = reply;
  for await (const { token, confidence, isDrafted } of next) {
    if (request.signal?.aborted) throw cancelled(request.signal.reason);
    const fate = reply.add(token, confidence);
    if (fate === 'last') return 'stop';
    if (fate === 'refused') return 'refused';
    if (fate === 'taken-back') return undefined;
    if (reply.tokens.length >= limit) return 'length';
    // A ban holds for one place; a new draft is read in one step.
    if (banned.size > 0 || (isDrafted !== true && reply.hasDraft)) return undefined;
  }
  return hasDraft ? undefined : 'stop';
}

/** What is still to be evaluated: the prompt at first; after something was taken back, the last token that stays. */
async function pendingTokens(sequence: LlamaContextSequence, { tokens, shared }: PreparedRequest, reply: GrowingReply): Promise<Token[]> {
  if (sequence.nextTokenIndex === shared) return tokens.slice(shared);
  const kept = [...tokens, ...reply.tokens];
  await sequence.adaptStateToTokens(kept.slice(0, -1), false);
  return kept.slice(sequence.nextTokenIndex);
}

interface NextToken {
  readonly token: Token;
  readonly confidence?: number | undefined;
  /** More of a draft comes behind it, which is evaluated already. */
  readonly isDrafted?: boolean;
}

/** Reads a draft behind pending tokens in one step and gives the tokens that the model would have written: as many of the draft as are right, and the one behind them. */
async function* evaluateDraft(sequence: LlamaContextSequence, pending: readonly Token[], draft: readonly Token[], request: GenerationRequest): AsyncGenerator<NextToken> {
  const generateNext = { token: true, confidence: request.logProbabilities === true, options: { temperature: 0 } };
  const known = pending.slice(0, -1);
  const results = await sequence.controlledEvaluate([...known, ...[...pending.slice(-1), ...draft].map((token): ControlledEvaluateInputItem => [token, { generateNext }])]);
  for (const [index, result] of results.slice(known.length).entries()) {
    const { token, confidence } = result?.next ?? {};
    if (token === undefined || token === null) return;
    const isDrafted = token === draft[index];
    yield { token, confidence, isDrafted };
    if (!isDrafted) return;
  }
}

/** Enough to keep a token out at any temperature. */
const neverAgain = 1e9;

function evaluateTokens(sequence: LlamaContextSequence, tokens: Token[], request: GenerationRequest, banned: ReadonlySet<Token>): AsyncGenerator<NextToken> {
  // A penalty, as a bias has no effect on the token that ends a reply.
  const penalty = banned.size === 0 ? {} : { repeatPenalty: { punishTokens: [...banned], penalty: 1, presencePenalty: neverAgain } };
  const options = { temperature: request.temperature ?? 0, yieldEogToken: true, ...(request.seed === undefined ? {} : { seed: request.seed }), ...penalty };
  return request.logProbabilities === true ? sequence.evaluateWithMetadata(tokens, { confidence: true }, options) : sequence.evaluateWithMetadata(tokens, {}, options);
}

function roomFor(sequence: LlamaContextSequence, { tokens }: PreparedRequest): number {
  const room = sequence.contextSize - tokens.length;
  if (room > 0) return room;
  throw new SqlwrightError('provider.request-too-long', `The request has ${tokens.length} tokens, more than the model's context of ${sequence.contextSize}.`, {
    hint: 'Ask a shorter question, show less of the schema, or raise contextTokens.',
  });
}
