import { PassThrough } from 'node:stream';
import { createTerminalProgress, renderSeconds } from './terminal-progress.ts';

function record(isTTY: boolean): { stream: NodeJS.WriteStream; written: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120 });
  const chunks: string[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => chunks.join('') };
}

describe('createTerminalProgress', () => {
  it('rewrites one bar with an estimate on a terminal', () => {
    const { stream, written } = record(true);
    const progress = createTerminalProgress(stream);
    progress.step('train');
    progress.update({ done: 5, total: 10, remark: 'loss 0.3', secondsLeft: 65 });
    expect(written()).toContain(`\r\u001b[2K[${'█'.repeat(12)}${' '.repeat(12)}] train 5/10 · loss 0.3 · 1 min 5 s left`);
  });

  it('writes plain lines elsewhere, and few of them', () => {
    const { stream, written } = record(false);
    const progress = createTerminalProgress(stream);
    progress.step('train');
    for (let done = 0; done < 50; done += 1) progress.update({ done, total: 50 });
    progress.note('done');
    expect(written()).toBe('- train\n  done\n');
  });
});

it('renderSeconds writes seconds as people read them', () => {
  expect([0.4, 59.6, 725].map(renderSeconds)).toEqual(['0 s', '1 min 0 s', '12 min 5 s']);
});
