/** One question to a model. */
export interface GenerationRequest {
  /** The user's turn, for models that are asked through a chat endpoint. */
  readonly message: string;
  /** The whole text for raw completion; models whose `capabilities.rawCompletion` is true continue this, if given, and not `message`. */
  readonly text?: string;
  /** So many letters at the beginning of `message`, and what stands before it in `text`, come with every request: what a model has read of them it may keep. */
  readonly shared?: number;
  /** Texts at which a raw completion ends. */
  readonly stop?: readonly string[];
  /** Most tokens of the reply. */
  readonly maxTokens: number;
  /** 0 is greedy decoding and the default. */
  readonly temperature?: number;
  /** With the same seed the same reply is drawn again, where the provider can; without one each is another. It counts for nothing at temperature 0. */
  readonly seed?: number;
  /** Asks for `GenerationResult.logProbabilities`; off by default, as telling them takes time. */
  readonly logProbabilities?: boolean;
  /** What the constraint refuses is taken back and written in another way. Models that cannot take back what they wrote ignore it. */
  readonly constraint?: TextConstraint;
  readonly signal?: AbortSignal;
  /**
   * Called with each piece of the reply as it is written. A model that cannot stream never calls it, nor one that took back what was shown already; the result
   * holds the whole text all the same.
   */
  readonly onText?: (piece: string) => void;
}

/** What a reply may not hold, looked at while it is written. */
export interface TextConstraint {
  /** @param ended no more text will follow */
  check(text: string, ended: boolean): ConstraintVerdict;
}

export interface ConstraintVerdict {
  /** The offset of the first letter that may not stand where it does; the length of the text where it may not end there. Missing where all may. */
  readonly refused?: number;
  /** How much of the text can be shown, as it is likely to stay. */
  readonly settled: number;
  /**
   * A guess how the text goes on. A model may read it in one step and keep the tokens that it would have written itself (speculative decoding, Leviathan et al.
   * 2023); it never changes what is written, but for how sums round.
   */
  readonly draft?: string;
}

export interface GenerationResult {
  readonly text: string;
  /** `length`: cut at `maxTokens`; `refused`: the constraint refused all that was tried, and `text` is what came before. */
  readonly finishReason: 'stop' | 'length' | 'refused';
  /** Natural logarithm of the model's probability of each token of the reply, of the token that ended it too; only where asked for and known to the provider. */
  readonly logProbabilities?: readonly number[];
  readonly usage: { readonly promptTokens: number; readonly completionTokens: number };
}

/** A model that turns text into text. Errors are SqlwrightErrors with the code `provider.*` or `model.*`, `recording.missing` or `run.cancelled`. */
export interface LanguageModel {
  /** Provider and model, such as `anthropic:claude-sonnet-4` or `llama-cpp:customer.gguf`. */
  readonly name: string;
  readonly capabilities: { readonly rawCompletion: boolean };
  generate(request: GenerationRequest): Promise<GenerationResult>;
  /** Frees what the model holds: memory, connections. */
  close(): Promise<void>;
}
