import { renderCsv } from './render-csv.ts';

describe('renderCsv', () => {
  it('quotes what needs it', () => {
    expect(renderCsv({ columns: ['full name', 'a,b'], rows: [['Ann "A" Lee', 'x\ny'], [null, 3], [true, '1.50']] })).toBe('full name,"a,b"\r\n"Ann ""A"" Lee","x\ny"\r\n,3\r\ntrue,1.50\r\n');
  });

  it.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', '\t=1', '  =HYPERLINK("x")', '=cmd|x'])('lets no spreadsheet run %j', (text) => {
    expect(renderCsv({ columns: ['a'], rows: [[text]] })).toMatch(/^a\r\n"?'/);
  });

  it('leaves negative numbers', () => {
    expect(renderCsv({ columns: ['a'], rows: [['-12.5'], [-3]] })).toBe('a\r\n-12.5\r\n-3\r\n');
  });
});
