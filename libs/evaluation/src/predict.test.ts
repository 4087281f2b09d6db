import { silentProgress } from '@sqlwright/artifacts';
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
