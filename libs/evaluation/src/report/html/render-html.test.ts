import { candidate, record, report } from '../../../test/report-fixture.ts';
import { renderHtml } from './render-html.ts';

const evil = '<script>alert("x")</script>';
const page = renderHtml(
  {
    ...report(
      candidate('tuned', [record({ confidence: 0.9 }), record({ id: 'q2', question: evil, topic: evil, predicted: `SELECT '${evil}'`, outcome: 'wrong-rows', confidence: 0.8, expected: { columns: ['a'], rows: [[evil], [null]], total: 7 }, given: { columns: ['a', 'b'], rows: [], total: 0 } })]),
      candidate('base', [record({ predicted: null, outcome: 'abstained' })]),
    ),
    testSuite: { instances: ['few rows'], mutants: 4, killed: 3, survivors: [{ id: 'q', kind: 'join', sql: 'SELECT 2' }] },
  },
  [{ at: '2026-01-01T10:00:00Z', name: 'one', executionAccuracy: 0.4, testSuiteAccuracy: null, refusalRecall: 0.9 }, { at: '2026-01-02T10:00:00Z', name: 'two', executionAccuracy: 0.5, testSuiteAccuracy: 0.5, refusalRecall: 0.9 }],
);

describe('renderHtml', () => {
  it('loads nothing and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|https?:/i);
    expect(page).toContain('&lt;script&gt;');
  });

  it('is one well-formed page for small screens too', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">/);
    for (const tag of ['svg', 'table', 'details', 'figure', 'div', 'p', 'tr', 'td']) expect([tag, page.match(new RegExp(`<${tag}[ >]`, 'g'))?.length]).toEqual([tag, page.match(new RegExp(`</${tag}>`, 'g'))?.length]);
  });

  it('shows figures, curve, rows side by side, what no database tells apart, and the runs over time', () => {
    for (const text of ['2 databases, which tell 75.0 % of 4 near misses', 'Risk and coverage', '2 of 7 rows', 'no rows', 'SELECT 2', '2026-01-02 10:00', 'test-suite accuracy</span>']) expect(page).toContain(text);
  });
});
