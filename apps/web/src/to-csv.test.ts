import { toCsv } from './to-csv.ts';

const lines = (columns: string[], ...rows: (string | number | boolean | null)[][]): string[] => toCsv({ columns, rows }).replace('\uFEFF', '').split('\r\n').slice(0, -1);

describe('toCsv', () => {
  it('quotes texts, leaves numbers and gaps as they are', () => {
    expect(lines(['full_name', 'paid'], ['Ann "A" Lee, Oslo\nNorway', '-12.50'], [null, 7], ['x', true])).toEqual(['"full_name","paid"', '"Ann ""A"" Lee, Oslo\nNorway",-12.50', ',7', '"x",true']);
  });

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1+1', '%0A', '|calc', "=HYPERLINK(\"http://evil\")"])('takes the formula out of %j, in values and in heads', (text) => {
    const [head, row] = [toCsv({ columns: [text], rows: [] }), toCsv({ columns: ['a'], rows: [[text]] })];
    for (const csv of [head, row]) expect(csv).toContain(`"'${text.replaceAll('"', '""')}"`);
  });

  it('leaves negative numbers to calculate with', () => {
    expect(lines(['a'], ['-5'], ['-1.5e3'], ['-5 apples'])).toEqual(['"a"', '-5', '-1.5e3', '"\'-5 apples"']);
  });
});
