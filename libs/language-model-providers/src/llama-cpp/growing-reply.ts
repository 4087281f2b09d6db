import type { GenerationRequest, GenerationResult } from '@sqlwright/language-model';
import type { Token } from 'node-llama-cpp';
import type { LoadedModel } from './load-model.ts';
import type { PreparedRequest } from './prepare-tokens.ts';
import { TokenBans } from './token-bans.ts';

/** What became of a token: `taken-back` with what stood before it, as the constraint wants; `last` ends the reply, and so does `refused`, as enough was taken back. */
export type TokenFate = 'kept' | 'taken-back' | 'last' | 'refused';

/** A reply that is written token by token, some of which are taken back. */
export class GrowingReply {
  readonly tokens: Token[] = [];
  readonly #loaded: LoadedModel;
  readonly #prepared: PreparedRequest;
  readonly #request: GenerationRequest;
  readonly #bans = new TokenBans();
  readonly #logProbabilities: number[] = [];
  /** The length of the text with each token. */
  readonly #ends: number[] = [];
  #text = '';
  #draft = '';
  #shownLength = 0;
  /** Something that was shown was taken back, so that no more can be shown. */
  #isRetracted = false;

  constructor(loaded: LoadedModel, prepared: PreparedRequest, request: GenerationRequest) {
    this.#loaded = loaded;
    this.#prepared = prepared;
    this.#request = request;
  }

  /** The tokens that may not come next. */
  get banned(): ReadonlySet<Token> {
    return this.#bans.at(this.tokens.length);
  }

  /** Whether the constraint guesses what comes next. It is of use where the likeliest token is taken, and none is banned. */
  get hasDraft(): boolean {
    return this.#draft !== '' && (this.#request.temperature ?? 0) === 0 && this.banned.size === 0;
  }

  /** The tokens that the constraint guesses. */
  draftTokens(): Token[] {
    return this.#loaded.model.tokenize(this.#draft, false, 'trimLeadingSpace');
  }

  /** Takes the next token of the model. */
  add(token: Token, confidence: number | undefined): TokenFate {
    if (confidence !== undefined) this.#logProbabilities.push(Math.log(confidence));
    if (this.#loaded.model.isEogToken(token) || this.#prepared.stopTokens.has(token)) return this.#judge(token, true);
    this.tokens.push(token);
    const text = this.#detokenize();
    const stop = this.#stopIn(text);
    this.#ends.push(text.length);
    this.#text = text.slice(0, stop);
    return this.#judge(token, stop !== undefined);
  }

  /** The reply as it stands. */
  result(finishReason: GenerationResult['finishReason']): GenerationResult {
    this.#show(this.#text.length);
    const usage = { promptTokens: this.#prepared.tokens.length, completionTokens: this.tokens.length };
    return { text: this.#text, finishReason, ...(this.#request.logProbabilities === true ? { logProbabilities: this.#logProbabilities } : {}), usage };
  }

  #judge(token: Token, isLast: boolean): TokenFate {
    const verdict = this.#request.constraint?.check(this.#text, isLast);
    this.#draft = verdict?.draft ?? '';
    if (verdict?.refused !== undefined) return this.#takeBack(verdict.refused, token) ? 'taken-back' : 'refused';
    if (!isLast) this.#show(verdict === undefined ? this.#text.length : this.#startOf(this.#tokenAt(verdict.settled)));
    return isLast ? 'last' : 'kept';
  }

  /** Cuts the reply before the token at an offset and bans it there; behind the text that is the last one. @returns false where too much was banned already */
  #takeBack(offset: number, last: Token): boolean {
    const index = this.#tokenAt(offset);
    const isBanned = this.#bans.add(index, this.tokens[index] ?? last, this.tokens.length - index);
    this.tokens.length = index;
    this.#ends.length = index;
    this.#logProbabilities.length = Math.min(this.#logProbabilities.length, index);
    this.#text = this.#text.slice(0, this.#startOf(index));
    this.#isRetracted ||= this.#text.length < this.#shownLength;
    return isBanned;
  }

  /** The number of the first token whose text reaches beyond an offset. */
  #tokenAt(offset: number): number {
    const index = this.#ends.findIndex((end) => end > offset);
    return index === -1 ? this.tokens.length : index;
  }

  #startOf(index: number): number {
    return this.#ends[index - 1] ?? 0;
  }

  /** Hands on what was not shown yet; a character of which only some bytes are there waits for the others. */
  #show(length: number): void {
    const text = this.#text.slice(0, length);
    if (this.#isRetracted || length <= this.#shownLength || text.endsWith('\uFFFD')) return;
    this.#request.onText?.(text.slice(this.#shownLength));
    this.#shownLength = length;
  }

  /** The prompt's last tokens tell the tokenizer that this is no beginning of a text, where a space would be taken off. */
  #detokenize(): string {
    return this.#loaded.model.detokenize(this.tokens, false, this.#prepared.tokens.slice(-4));
  }

  #stopIn(text: string): number | undefined {
    const stops = this.#prepared.stopTexts.map((stop) => text.indexOf(stop)).filter((index) => index !== -1);
    return stops.length === 0 ? undefined : Math.min(...stops);
  }
}
