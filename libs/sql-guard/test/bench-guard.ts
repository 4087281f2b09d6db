import { readFile } from 'node:fs/promises';
import { parseDdl } from '@sqlwright/schema';
import { guardSql } from '../src/guard-sql.ts';
import { harmlessStatements, hostileAttacks, hostileStatements, librarySchema } from '../src/testing/index.ts';

/** Times the guard over its test statements and the gold queries of a dataset, one by one; the last line is JSON, milliseconds. */
const folder = new URL('../../../datasets/customer/', import.meta.url);
const customer = await parseDdl(await readFile(new URL('schema.sql', folder), 'utf8'));
const lines = (await readFile(new URL('development.jsonl', folder), 'utf8')).trim().split('\n');
const gold = lines.flatMap((line) => (JSON.parse(line) as { gold: string[] | null }).gold ?? []);
const library = [...harmlessStatements, ...Object.values(hostileStatements).flat(), ...Object.values(hostileAttacks).flat().map(([, sql]) => sql)];
const work = [...library.map((sql) => ({ sql, schema: librarySchema })), ...gold.map((sql) => ({ sql, schema: customer }))];

const rounds = 5;
const wall: number[] = [];
let processor = 0;
for (let round = 0; round <= rounds; round += 1) {
  const before = process.cpuUsage();
  for (const { sql, schema } of work) {
    const start = performance.now();
    await guardSql(sql, schema);
    if (round > 0) wall.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  if (round > 0) processor += (user + system) / 1000;
}
wall.sort((a, b) => a - b);
const at = (share: number): number => Number((wall[Math.floor(wall.length * share)] ?? 0).toFixed(3));
process.stdout.write(`${JSON.stringify({ statements: work.length, medianMs: at(0.5), p95Ms: at(0.95), meanProcessorMs: Number((processor / rounds / work.length).toFixed(3)) })}\n`);
