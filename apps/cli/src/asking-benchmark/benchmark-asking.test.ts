import { setTimeout as sleep } from 'node:timers/promises';
import { benchmarkAsking } from './benchmark-asking.ts';
import type { Side } from './open-sides.ts';

/** Sides that answer at once, note who was asked, and take as long as told. */
function scriptedSides(peerReply: object = { sql: 'SELECT 1', sqlSeconds: 0.02, answerSeconds: 0.02 }) {
  const turns: string[] = [];
  const side = (name: string, memory: number, answer: (request: Record<string, unknown>) => Promise<object> | object): Side => ({
    ask: async <T>(request: object) => {
      const kind = 'generate' in request ? `${name} ${'constrained' in request && request.constrained === true ? 'constrained' : 'free'}` : name;
      turns.push(kind);
      return (await answer(request as Record<string, unknown>)) as T;
    },
    readMemory: async () => ({ resident: memory, peak: memory + 1e6 }),
    close: async () => undefined,
  });
  return {
    turns,
    sides: {
      ours: side('ours', 400e6, ({ generate, constrained }) => (generate === undefined ? { status: 'answered', sql: 'SELECT 1' } : { seconds: constrained === true ? 0.55 : 0.5, prompt: `<${String(generate)}>`, reply: 'SELECT 1', tokens: 3 })),
      peer: side('peer', 600e6, async () => (await sleep(50), peerReply)),
      raw: side('raw', 100e6, ({ prompt, reply }) => (prompt === '<one>' || prompt === '<two>' || prompt === '<warm>' ? { seconds: 0.5, tokens: 3, agreed: reply === 'SELECT 1' ? 3 : 0 } : {})),
    },
  };
}

describe('benchmarkAsking', () => {
  it('takes turns, question by question and way by way, after one that does not count', async () => {
    const { sides, turns } = scriptedSides();
    const notes: string[] = [];
    const result = await benchmarkAsking({ sides, questions: ['one', 'two'], warmUp: 'warm', rounds: 2, note: (line) => notes.push(line) });
    const decoding = ['ours constrained', 'raw', 'ours free'];
    const bothWays = [...decoding, ...decoding.toReversed()];
    const asking = ['ours', 'peer'];
    expect(turns).toEqual([...asking, ...decoding, ...asking, ...bothWays, ...asking, ...bothWays]);
    expect(result).toMatchObject({ rssMb: 401, peerRssMb: 601, decodeOverhead: 0.1, grammarOverhead: 0.1 });
    expect(result.speedup).toBeGreaterThan(5);
    expect(notes[1]).toBe('1/2 3 tokens (3 of 3 as llama.cpp alone): 550 ms, llama.cpp alone 500 ms, without constraint 500 ms');
    expect(notes.at(-1)).toBe('Resident memory now and at most: 400 MB, 401 MB; the peer 600 MB, 601 MB.');
  });

  it('says what ended an answer of the peer', async () => {
    const { sides } = scriptedSides({ error: 'ValueError: Requested tokens (7000) exceed context window of 6144' });
    const notes: string[] = [];
    await benchmarkAsking({ sides, questions: ['one'], warmUp: 'warm', rounds: 1, note: (line) => notes.push(line) });
    expect(notes[0]).toMatch(/^1\/1 answered in 0\.\d\d s; the peer ValueError: Requested tokens/);
  });
});
