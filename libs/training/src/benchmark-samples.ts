import type { RenderedSample } from './render-samples.ts';

const nouns = ['customers', 'addresses', 'contacts', 'cities', 'states', 'countries', 'phone numbers', 'mail addresses', 'postal codes', 'sources'];
const questions = ['How many', 'Show me all', 'Which of the', 'What is the share of', 'Could you please tell me the number of'];
const conditions = ['created after 2021-05-17', 'with no gender on record', 'in Springfield', 'born before 1980', 'whose source is referral', 'with more than 3 contacts'];
const columns = ['customer_key', 'full_name', 'created_date', 'gender', 'dateofbirth', 'postal_code', 'country', 'email', 'phone'];

/**
 * Made-up samples that are as long as real ones: prompts of some 20 to 60 tokens, statements of some 20 to 90. Always the same ones.
 */
export function benchmarkSamples(count: number): RenderedSample[] {
  const random = createRandom();
  return Array.from({ length: count }, () => {
    const question = `${pick(random, questions)} ${pick(random, nouns)} ${repeat(random, 3, () => pick(random, conditions)).join(' and ')}?`;
    return { instruction: `<|im_start|>user\n${question}<|im_end|>\n<|im_start|>assistant\n`, input: '', output: statement(random) };
  });
}

function statement(random: () => number): string {
  const selected = repeat(random, 4, () => `c.${pick(random, columns)}`).join(', ');
  const where = repeat(random, 4, () => `c.${pick(random, columns)} >= '20${10 + Math.floor(random() * 15)}-01-01'`).join(' AND ');
  const order = random() < 0.3 ? ` GROUP BY ${selected} ORDER BY COUNT(*) DESC LIMIT 10` : '';
  return `SELECT ${selected} FROM customer c WHERE ${where}${order}`;
}

function repeat(random: () => number, most: number, make: () => string): string[] {
  return Array.from({ length: 1 + Math.floor(random() * most) }, make);
}

function pick(random: () => number, values: readonly string[]): string {
  return values[Math.floor(random() * values.length)] ?? '';
}

/** A linear congruential generator: the benchmark has the same batches everywhere. */
function createRandom(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
