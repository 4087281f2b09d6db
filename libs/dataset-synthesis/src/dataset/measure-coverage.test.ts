import { parseDdl } from '@sqlwright/schema';
import type { VerifiedSample } from '../sample.ts';
import { measureCoverage } from './measure-coverage.ts';
import { renderCoverage } from './render-coverage.ts';

const schema = await parseDdl('CREATE TABLE member (id int PRIMARY KEY, name text, joined date, remark text); CREATE TABLE loan (id int PRIMARY KEY, member_id int REFERENCES member (id), fee numeric);');
const sample = (sql: string, tables: string[]): VerifiedSample => ({ id: sql, topic: 't', questions: [], tables, sql, template: sql, level: 'easy', discernment: undefined });
const samples = [
  sample("SELECT name FROM member WHERE joined >= DATE '2024-01-01'", ['member']),
  sample('SELECT m.name, AVG(l.fee) FROM member m JOIN loan l ON l.member_id = m.id GROUP BY m.id, m.name', ['loan', 'member']),
  sample('SELECT name FROM member WHERE id IN (SELECT member_id FROM loan WHERE fee > 3)', ['loan', 'member']),
];

it('tells what the samples cover of the schema', async () => {
  const coverage = await measureCoverage(samples, schema);
  const find = (name: string) => coverage.cells.find((cell) => cell.name === name);
  expect(find('member.name shown')?.samples).toBe(3);
  expect(find('member.joined condition')?.samples).toBe(1);
  expect(find('member.joined aggregated')).toEqual({ kind: 'column', name: 'member.joined aggregated', samples: 0 });
  expect(find('loan.fee aggregated')?.samples).toBe(1);
  expect(find('loan.fee condition')?.samples).toBe(1);
  expect(find('member.remark shown')?.exception).toBe('free text or a technical value');
  expect(find('loan.member_id → member')?.samples).toBe(2);
  expect(find('JOIN')?.samples).toBe(1);
  expect(find('IN a subquery')?.samples).toBe(1);
  expect(find('AVG')?.samples).toBe(1);
  expect(coverage.filled + coverage.excepted + coverage.empty).toBe(coverage.cells.length);
  expect(renderCoverage(coverage)).toContain('| column member.joined aggregated | **none** |');
});

it('sees a key of several columns and both sides of a set operation', async () => {
  const orders = await parseDdl('CREATE TABLE line (order_id int, number int, name text, PRIMARY KEY (order_id, number)); CREATE TABLE shipment (id int PRIMARY KEY, name text, order_id int, line_number int, FOREIGN KEY (order_id, line_number) REFERENCES line);');
  const { cells } = await measureCoverage([
    sample('SELECT name FROM line WHERE (order_id, number) IN (SELECT order_id, line_number FROM shipment)', ['line', 'shipment']),
    sample('SELECT name FROM line EXCEPT SELECT name FROM shipment', ['line', 'shipment']),
  ], orders);
  const filled = cells.filter((cell) => cell.samples > 0).map(({ name }) => name);
  expect(filled).toEqual(expect.arrayContaining(['shipment.order_id + line_number → line', 'EXCEPT', 'line.name shown', 'shipment.name shown']));
  expect(cells.find(({ name }) => name === 'UNION')).toEqual({ kind: 'operator', name: 'UNION', samples: 0 });
});
