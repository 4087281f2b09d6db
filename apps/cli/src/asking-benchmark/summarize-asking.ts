/** Seconds that one way of decoding took for one question, one value a round. All three decode the same prompt. */
export interface DecodingTimes {
  /** As `ask` does it, with the constraint. */
  readonly constrained: readonly number[];
  readonly free: readonly number[];
  /** llama.cpp alone, the same prompt and reply. */
  readonly raw: readonly number[];
}

export interface AskedQuestion {
  /** From the question to the whole answer. */
  readonly seconds: number;
  readonly peerSeconds: number;
  readonly decoding: DecodingTimes;
}

export interface AskingResult {
  /** How many times as long as ours the peer's median answer takes. */
  readonly speedup: number;
  /** Resident memory of the process that answers, in MB of 10⁶ bytes. */
  readonly rssMb: number;
  readonly peerRssMb: number;
  /** Share of time by which our path is slower than llama.cpp alone, at the median. */
  readonly decodeOverhead: number;
  /** Share of time by which decoding with the constraint is slower than without, at the median. */
  readonly grammarOverhead: number;
}

/** The figures of a benchmark; bytes of resident memory. */
export function summarizeAsking(questions: readonly AskedQuestion[], bytes: number, peerBytes: number): AskingResult {
  return {
    speedup: round(median(questions.map(({ peerSeconds }) => peerSeconds)) / median(questions.map(({ seconds }) => seconds)), 1),
    rssMb: Math.round(bytes / 1e6),
    peerRssMb: Math.round(peerBytes / 1e6),
    decodeOverhead: round(overhead(questions, 'constrained', 'raw'), 3),
    grammarOverhead: round(overhead(questions, 'constrained', 'free'), 3),
  };
}

/** The middle value; the mean of the two in the middle where their number is even. @throws RangeError without any value */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('There is no median of nothing.');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** Each question counts once, by the median of its rounds: in each round both ways had their turn one right after the other. */
function overhead(questions: readonly AskedQuestion[], way: keyof DecodingTimes, yardstick: keyof DecodingTimes): number {
  return median(questions.map(({ decoding }) => median(decoding[way].map((seconds, turn) => seconds / (decoding[yardstick][turn] ?? Number.NaN) - 1))));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
