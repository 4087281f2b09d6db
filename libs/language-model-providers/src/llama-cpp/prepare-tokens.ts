import type { GenerationRequest } from '@sqlwright/language-model';
import type { LlamaText, Token } from 'node-llama-cpp';
import type { LoadedModel } from './load-model.ts';

/** A request in tokens, with what ends its reply besides the model's own end tokens. */
export interface PreparedRequest {
  readonly tokens: Token[];
  readonly stopTokens: ReadonlySet<Token>;
  readonly stopTexts: readonly string[];
}

/** Tokenizes a request: its text as it stands, special tokens in it included, or else its message in the model's own chat format. */
export function prepareTokens(loaded: LoadedModel, request: GenerationRequest): PreparedRequest {
  return request.text === undefined ? fromMessage(loaded, request.message) : fromText(loaded, request.text, request.stop ?? []);
}

function fromText({ model }: LoadedModel, text: string, stop: readonly string[]): PreparedRequest {
  const stops = stop.map((stopText) => ({ stopText, tokens: model.tokenize(stopText, true) }));
  return {
    tokens: withBeginning(model, model.tokenize(text, true)),
    stopTokens: new Set(stops.flatMap(({ tokens }) => (tokens.length === 1 ? tokens : []))),
    stopTexts: stops.filter(({ tokens }) => tokens.length !== 1).map(({ stopText }) => stopText),
  };
}

function fromMessage({ model, chatFormat }: LoadedModel, message: string): PreparedRequest {
  const { contextText, stopGenerationTriggers } = chatFormat().generateContextState({
    chatHistory: [
      { type: 'user', text: message },
      { type: 'model', response: [] },
    ],
  });
  const tokens = withBeginning(model, contextText.tokenize(model.tokenizer));
  return { tokens, stopTokens: new Set(stopGenerationTriggers.flatMap((trigger) => singleToken(model, trigger))), stopTexts: [] };
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
