import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeJson } from '@sqlwright/artifacts';
import { parseWith } from '@sqlwright/errors';
import { renderHtml, toBaseline, gateBaselineSchema, type EvaluationReport } from '@sqlwright/evaluation';
import { z } from 'zod';
import type { Workspace } from '../workspace.ts';

/** A run as it is kept beside the others of its dataset: figures and which questions were right. */
export const keptRunSchema = gateBaselineSchema.extend({ at: z.iso.datetime() });

export type KeptRun = z.infer<typeof keptRunSchema>;

export function runsFolder(workspace: Workspace): string {
  return path.join(workspace.datasetFolder, 'runs');
}

/** Keeps the figures of an evaluation in `datasets/<name>/runs/` and draws all runs so far in its `report.html`. */
export async function keepRun(workspace: Workspace, report: EvaluationReport, at: Date = new Date()): Promise<void> {
  const folder = runsFolder(workspace);
  await mkdir(folder, { recursive: true });
  const run: KeptRun = { at: at.toISOString(), ...toBaseline(report) };
  await writeJson(path.join(folder, `${run.at.replaceAll(':', '-').slice(0, 19)}.json`), run);
  const past = (await readRuns(folder)).map((one) => ({ ...one, name: one.candidate }));
  await writeFile(path.join(folder, 'report.html'), renderHtml(report, past));
}

/** The runs kept in a folder, the oldest first; the names of the files sort as their times do. */
export async function readRuns(folder: string): Promise<KeptRun[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^\d{4}-.*\.json$/.test(name)).sort();
  return Promise.all(names.map((name) => readRun(path.join(folder, name))));
}

export async function readRun(file: string): Promise<KeptRun> {
  return parseWith(keptRunSchema, JSON.parse(await readFile(file, 'utf8')), { code: 'artifact.invalid', what: file, hint: 'Take the file away: it is no run that was kept.' });
}
