import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeJson } from '@sqlwright/artifacts';
import type { EvaluationReport } from './evaluation-report.ts';
import { renderHtml } from './html/render-html.ts';
import { renderSummary } from './render-summary.ts';

/** Writes evaluation.json, summary.md and report.html into a folder. */
export async function writeReport(folder: string, report: EvaluationReport): Promise<void> {
  await writeJson(path.join(folder, 'evaluation.json'), report);
  await writeFile(path.join(folder, 'summary.md'), renderSummary(report));
  await writeFile(path.join(folder, 'report.html'), renderHtml(report));
}
