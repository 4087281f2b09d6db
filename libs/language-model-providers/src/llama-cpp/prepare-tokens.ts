import type { GenerationRequest } from '@sqlwright/language-model';
import type { ChatWrapperGeneratedContextState, LlamaText, Token } from 'node-llama-cpp';
import type { LoadedModel } from './load-model.ts';

/** A request in tokens, with what ends its reply besides the model's own end tokens. */
export interface PreparedRequest {
  readonly tokens: Token[];
  /** So many of the first tokens come with every request, whatever is asked. */
  readonly shared: number;
  readonly stopTokens: ReadonlySet<Token>;
  readonly stopTexts: readonly string[];
}

/** Tokenizes a request: its text as it stands, special tokens in it included, or else its message in the model's own chat format. */
export function prepareTokens(loaded: LoadedModel, request: GenerationRequest): PreparedRequest {
  return request.text === undefined ? fromMessage(loaded, request) : fromText(loaded, request.text, request);
}

function fromText({ model }: LoadedModel, text: string, { message, shared, stop = [] }: GenerationRequest): PreparedRequest {
  const stops = stop.map((stopText) => ({ stopText, tokens: model.tokenize(stopText, true) }));
  const tokenize = (part: string): Token[] => withBeginning(model, model.tokenize(part, true));
  const tokens = tokenize(text);
  const start = text.indexOf(message);
  return {
    tokens,
    shared: shared === undefined || start === -1 ? 0 : countShared(tokens, text.slice(0, start + shared), tokenize),
    stopTokens: new Set(stops.flatMap(({ tokens: end }) => (end.length === 1 ? end : []))),
    stopTexts: stops.filter(({ tokens: end }) => end.length !== 1).map(({ stopText }) => stopText),
  };
}

function fromMessage({ model, chatFormat }: LoadedModel, { message, shared = 0 }: GenerationRequest): PreparedRequest {
  const render = (text: string): ChatWrapperGeneratedContextState => chatFormat().generateContextState({ chatHistory: [{ type: 'user', text }, { type: 'model', response: [] }] });
  const tokenize = (text: string): Token[] => withBeginning(model, render(text).contextText.tokenize(model.tokenizer));
  const { stopGenerationTriggers } = render(message);
  const tokens = tokenize(message);
  const stopTokens = new Set(stopGenerationTriggers.flatMap((trigger) => singleToken(model, trigger)));
  return { tokens, shared: shared === 0 ? 0 : countShared(tokens, message.slice(0, shared), tokenize), stopTokens, stopTexts: [] };
}

/**
 * The number of first tokens that a text has in common with its beginning alone. White space at the end of the beginning is left out, as a tokenizer may
 * join it with what follows, so that the number is the same whatever follows.
 */
function countShared(tokens: readonly Token[], beginning: string, tokenize: (text: string) => Token[]): number {
  const alone = tokenize(beginning.trimEnd());
  const different = alone.findIndex((token, index) => token !== tokens[index]);
  return Math.min(different === -1 ? alone.length : different, tokens.length - 1);
}

function singleToken(model: LoadedModel['model'], trigger: LlamaText): Token[] {
  const tokens = trigger.tokenize(model.tokenizer);
  return tokens.length === 1 ? tokens : [];
}

/** Begins with the token that the model wants at the beginning, if it wants one. */
function withBeginning(model: LoadedModel['model'], tokens: Token[]): Token[] {
  const { bos, shouldPrependBosToken } = model.tokens;
  return bos === null || !shouldPrependBosToken || tokens[0] === bos ? tokens : [bos, ...tokens];
}
