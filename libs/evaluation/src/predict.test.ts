import { silentProgress } from '@sqlwright/artifacts';
import type { SqlGenerator } from '@sqlwright/sql-generation';
import { scriptedGenerator } from '../test/scripted-generator.ts';
import { predict, type Prediction } from './predict.ts';

describe('predict', () => {
  const questions = [
    { id: 'a', question: 'How many?' },
    { id: 2, question: 'What weather?' },
    { id: 'c', question: 'Who?' },
  ];

  it('hands on SQL as it comes, null for an abstention', async () => {
    const generator = scriptedGenerator({ 'How many?': 'SELECT 1', 'Who?': 'SELECT 2' });
    const predictions: Prediction[] = [];
    for await (const prediction of predict({ questions, generator, signal: new AbortController().signal, progress: silentProgress })) predictions.push(prediction);
    expect(predictions).toEqual([
      { id: 'a', sql: 'SELECT 1' },
      { id: 2, sql: null },
      { id: 'c', sql: 'SELECT 2' },
    ]);
  });

  it('works on several at the same time and keeps their order', async () => {
    const waiting: (() => void)[] = [];
    const asked: string[] = [];
    const generator: SqlGenerator = {
      generate: async (question) => {
        asked.push(question);
        // The first waits until the second has been asked: one after the other would wait for ever.
        if (question === 'How many?') await new Promise<void>((resolve) => waiting.push(resolve));
        else waiting.forEach((go) => go());
        return { kind: 'sql', sql: question, reply: question, groundings: [] };
      },
    };
    const predictions = await Array.fromAsync(predict({ questions, generator, concurrency: 2, signal: new AbortController().signal, progress: silentProgress }));
    expect(predictions.map(({ id }) => id)).toEqual(['a', 2, 'c']);
    expect(asked).toEqual(['How many?', 'What weather?', 'Who?']);
  });

  it('asks nothing more once it is stopped', async () => {
    const controller = new AbortController();
    const generator = scriptedGenerator({});
    const predictions = predict({ questions, generator, signal: controller.signal, progress: silentProgress });
    await predictions.next();
    controller.abort();
    await expect(predictions.next()).rejects.toMatchObject({ code: 'run.cancelled' });
    expect(generator.asked).toEqual(['How many?']);
  });
});
