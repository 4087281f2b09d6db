import { median, summarizeAsking, type AskedQuestion } from './summarize-asking.ts';

describe('the figures of the asking benchmark', () => {
  it('takes the middle value, or the mean of the two in the middle', () => {
    expect(median([9, 1, 2])).toBe(2);
    expect(median([10, 9, 1, 2])).toBe(5.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it('compares medians of the answers, and overheads question by question and round by round', () => {
    const questions: AskedQuestion[] = [
      { seconds: 0.5, peerSeconds: 12, decoding: { constrained: [1.1, 11, 1.1], free: [1.1, 10, 1.1], raw: [1, 10, 1] } },
      { seconds: 0.4, peerSeconds: 10, decoding: { constrained: [2.4, 2.4, 99], free: [2, 2.4, 99], raw: [2, 2, 1] } },
      { seconds: 9, peerSeconds: 11, decoding: { constrained: [3.6, 3.6, 3.6], free: [3, 3, 3], raw: [3, 3, 3] } },
    ];
    expect(summarizeAsking(questions, 412_345_678, 700_000_000)).toEqual({ speedup: 22, rssMb: 412, peerRssMb: 700, decodeOverhead: 0.2, grammarOverhead: 0 });
  });
});
