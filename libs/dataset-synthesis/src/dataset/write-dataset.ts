import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeJson } from '@sqlwright/artifacts';
import type { DatabaseSchema } from '@sqlwright/schema';
import type { Pair, Reject } from '../sample.ts';
import type { SynthesisReport } from './build-report.ts';
import type { Coverage } from './measure-coverage.ts';
import { renderCoverage } from './render-coverage.ts';
import { renderTrainingSamples } from './render-training-samples.ts';
import type { Split } from './split-pairs.ts';

export interface DatasetFiles {
  readonly split: Split;
  readonly rejects: readonly Reject[];
  readonly report: SynthesisReport;
  readonly coverage: Coverage;
  readonly schema: DatabaseSchema;
  readonly abstention: string;
}

/** Writes train.json, eval.json, samples.jsonl, rejects.jsonl, report.json and coverage.md. */
export async function writeDataset(folder: string, { split, rejects, report, coverage, schema, abstention }: DatasetFiles): Promise<void> {
  const samples = [...split.train.map((pair) => sampleLine(pair, 'train')), ...split.eval.map((pair) => sampleLine(pair, 'eval'))];
  await writeJson(path.join(folder, 'train.json'), renderTrainingSamples(split.train, schema, abstention));
  await writeJson(path.join(folder, 'eval.json'), renderTrainingSamples(split.eval, schema, abstention));
  await writeLines(path.join(folder, 'samples.jsonl'), samples);
  await writeLines(path.join(folder, 'rejects.jsonl'), rejects);
  await writeJson(path.join(folder, 'report.json'), report);
  await writeFile(path.join(folder, 'coverage.md'), renderCoverage(coverage));
}

function sampleLine({ id, question, sql, tables, topic, template, style, level, discernment }: Pair, split: 'train' | 'eval'): object {
  const marks = discernment === undefined ? {} : { ...(discernment.empty ? { empty: true } : {}), ...(discernment.nearMisses > 0 && discernment.told === 0 ? { untold: true } : {}) };
  return { id, question, sql, tables, topic, template, split, style, ...(level === undefined ? {} : { level }), ...marks };
}

async function writeLines(file: string, values: readonly object[]): Promise<void> {
  await writeFile(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}
