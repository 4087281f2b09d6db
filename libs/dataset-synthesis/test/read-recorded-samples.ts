import { readdir, readFile } from 'node:fs/promises';
import type { TeacherSample } from '../src/sample.ts';

const folder = new URL('../../../datasets/customer/recorded/', import.meta.url);

/** What the teacher wrote for customer, in the order of its requests; what that database cannot answer is left out. */
export async function readRecordedSamples(): Promise<Pick<TeacherSample, 'questions' | 'sql'>[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.reply.jsonl')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  const samples = texts.flatMap((text) => text.split('\n').filter((line) => line !== '')).map((line) => JSON.parse(line) as Omit<TeacherSample, 'id'>);
  return samples.filter(({ tables }) => tables.length > 0);
}
