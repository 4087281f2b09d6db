import { renderAnswer, renderTable } from './render-answer.ts';

const answer = { question: 'q', status: 'answered', sql: 'SELECT 1', columns: ['name'], rows: [['Ann']], truncated: false, answer: 'name: Ann', groundings: [], seconds: { generate: 0, execute: 0 } } as const;

describe('renderTable', () => {
  it('aligns columns, numbers to the right, writes NULL as a dash', () => {
    expect(renderTable(['name', 'total'], [['Ann', '12345.50'], [null, 7]], { locale: 'en' })).toEqual(['name     total', '────  ────────', 'Ann   12,345.5', '–            7']);
  });

  it.each([30, 60, 100])('fits %i columns, cutting the widest first', (width) => {
    const lines = renderTable(['id', 'note', 'other'], [[1, 'x'.repeat(200), 'short'], [2, 'y', 'z'.repeat(90)]], { width });
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
    expect(lines.join('\n')).toContain('…');
    expect(lines[2]).toMatch(/^ 1 {2}x+…/);
  });

  it('says which columns have no room', () => {
    const columns = Array.from({ length: 12 }, (_, index) => `column_${index}`);
    const lines = renderTable(columns, [columns], { width: 40 });
    expect(Math.max(...lines.slice(0, -1).map((line) => [...line].length))).toBeLessThanOrEqual(40);
    expect(lines.at(-1)).toBe('(7 more columns: column_5, column_6, column_7, column_8, column_9, column_10, column_11)');
  });

  it('lets no stored text move the cursor or break the line', () => {
    expect(renderTable(['a'], [['x\u001b[2Jy\nz\u202e']])[2]).toBe('x�[2Jy z�');
  });
});

describe('renderAnswer', () => {
  it('shows what a question and its values were taken for', () => {
    const shown = renderAnswer({ ...answer, understoodAs: 'whole question?', groundings: [{ column: 'a.b', written: 'US', taken: 'United States' }], confirmed: true });
    expect(renderAnswer({ ...answer, votes: { agreeing: 3, of: 5 } })).toContain('SQL     SELECT 1  (3 of 5 votes)\n');
    expect(shown).toBe("Asked   whole question?\nSQL     SELECT 1  (confirmed)\n        'US' taken as 'United States'\n\nname\n────\nAnn\n\nAnswer  name: Ann\n");
  });
});
