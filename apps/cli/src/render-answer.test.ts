import { renderTable } from './render-answer.ts';

describe('renderTable', () => {
  it('aligns columns, writes NULL as a dash and cuts long values', () => {
    const lines = renderTable(['name', 'n'], [['Ann', 12], [null, 'x'.repeat(60)]]);
    expect(lines.map((line) => line.length > 46)).toEqual([false, false, false, false]);
    expect(lines.slice(0, 3)).toEqual(['name  n', `────  ${'─'.repeat(40)}`, 'Ann   12']);
    expect(lines[3]).toMatch(/^– {5}x{40}$/);
  });
});
