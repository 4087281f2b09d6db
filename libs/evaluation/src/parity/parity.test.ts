import { compareSteps, type ProbedStep } from './compare-steps.ts';
import { klDivergence } from './kl-divergence.ts';
import { renderParity } from './render-parity.ts';

const logs = (...probabilities: number[]): Float32Array => new Float32Array(probabilities.map(Math.log));
const step = (name: string, from: string | undefined, changes: { ids?: number[]; text?: string; distribution?: Float32Array; lossless?: boolean } = {}): ProbedStep => ({
  name,
  from,
  lossless: changes.lossless ?? true,
  answers: Array.from({ length: 8 }, () => ({ ids: changes.ids ?? [1, 2, 3], text: changes.text ?? 'SELECT 1', logDistributions: [changes.distribution ?? logs(0.7, 0.3)] })),
});

it('klDivergence is zero for equal distributions and grows with their difference', () => {
  expect(klDivergence(logs(0.7, 0.3), logs(0.7, 0.3))).toBeCloseTo(0, 6);
  // 0.5 · ln(0.5/0.25) + 0.5 · ln(0.5/0.75)
  expect(klDivergence(logs(0.5, 0.5), logs(0.25, 0.75))).toBeCloseTo(0.1438, 4);
});

describe('compareSteps', () => {
  it('lets a chain pass that changes nothing', () => {
    const rows = compareSteps([step('litgpt', undefined), step('huggingface', 'litgpt'), step('f16', 'huggingface', { text: 'SELECT 1 ' })]);
    expect(rows.map(({ failure }) => failure)).toEqual([null, null, null]);
    expect(rows[2]).toMatchObject({ equalIds: 8, equalReplies: 8, from: 'huggingface' });
  });

  it.each([
    ['a tokenizer', { ids: [1, 2] }, /litgpt → huggingface: 8 of 8 prompts have other token ids/],
    ['weights', { distribution: logs(0.1, 0.9) }, /litgpt → huggingface: next-token distributions differ by 1\.\d+ nats/],
    ['what ends a reply', { text: 'SELECT 1 SELECT' }, /litgpt → huggingface: only 0 of 8 greedy replies/],
  ])('names the step that lost %s', (_, changes, message) => {
    const rows = compareSteps([step('litgpt', undefined), step('huggingface', 'litgpt', changes), step('f16', 'huggingface', changes)]);
    expect(rows.map(({ failure }) => failure)).toEqual([null, expect.stringMatching(message), null]);
    expect(renderParity(rows)).toMatch(/FAILED/);
  });

  it('measures a quantized step, which may change, but not its token ids', () => {
    const quantized = { distribution: logs(0.6, 0.4), text: 'SELECT 2', lossless: false };
    expect(compareSteps([step('f16', undefined), step('Q8_0', 'f16', quantized)])[1]).toMatchObject({ failure: null, equalReplies: 0, meanKl: expect.closeTo(0.0216, 3) });
    expect(compareSteps([step('f16', undefined), step('Q8_0', 'f16', { ...quantized, ids: [9] })])[1]?.failure).toMatch(/token ids/);
  });
});
