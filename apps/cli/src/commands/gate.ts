import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readStage, writeJson } from '@sqlwright/artifacts';
import { parseWith, SqlwrightError } from '@sqlwright/errors';
import { checkGate, evaluationReportSchema, gateBaselineSchema, toBaseline, type EvaluationReport, type GateBaseline, type GateResult } from '@sqlwright/evaluation';
import { openWorkspace, type Workspace } from '../workspace.ts';

/**
 * Holds the last evaluation of a dataset against its committed `baseline.json`, or makes that evaluation the baseline.
 * @throws SqlwrightError gate.failed with every figure that fell, artifact.missing
 */
export async function gate(dataset: string, options: { accept?: boolean }): Promise<void> {
  const workspace = await openWorkspace(dataset);
  const report = await readReport(workspace);
  const file = path.join(workspace.datasetFolder, 'baseline.json');
  if (options.accept === true) {
    await writeJson(file, toBaseline(report));
    process.stdout.write(`Made datasets/${dataset}/baseline.json. Commit it: git add datasets/${dataset}/baseline.json\n`);
    return;
  }
  const result = checkGate(report, await readBaseline(file, dataset), workspace.config.evaluate.gate);
  process.stdout.write(renderGate(result));
  if (result.passed) return;
  throw new SqlwrightError('gate.failed', `The model fell below the baseline:\n${result.failures.map((line) => `  ${line}`).join('\n')}`, {
    hint: `The lost questions are listed above. To take the new figures as they are: npx sqlwright gate --dataset ${dataset} --accept`,
  });
}

async function readReport(workspace: Workspace): Promise<EvaluationReport> {
  const stage = await readStage('evaluate', workspace.stageFolder('evaluate'), ['evaluation.json']);
  return parseWith(evaluationReportSchema, JSON.parse(await readFile(stage.file('evaluation.json'), 'utf8')), { code: 'artifact.invalid', what: 'evaluation.json', hint: 'Run the stage again: sqlwright evaluate' });
}

async function readBaseline(file: string, dataset: string): Promise<GateBaseline> {
  const hint = `Make one from the last evaluation and commit it: npx sqlwright gate --dataset ${dataset} --accept`;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new SqlwrightError('artifact.missing', `There is no baseline ${file}.`, { cause, hint });
  });
  return parseWith(gateBaselineSchema, JSON.parse(text), { code: 'artifact.invalid', what: file, hint });
}

function renderGate({ passed, lost, gained, missing }: GateResult): string {
  return [
    passed ? 'The gate is passed.' : 'The gate is not passed.',
    ...(lost.length === 0 ? [] : [`Lost questions (${lost.length}):`, ...lost.map(({ id, outcome, question }) => `  ${id}  ${outcome}  ${question}`)]),
    ...(gained.length === 0 ? [] : [`Gained (${gained.length}): ${gained.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`No longer asked (${missing.length}): ${missing.join(', ')}`]),
    '',
  ].join('\n');
}
