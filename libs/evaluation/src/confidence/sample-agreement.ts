import type { QueryResult } from '@sqlwright/database';
import { SqlwrightError } from '@sqlwright/errors';
import type { GeneratedSql } from '@sqlwright/sql-generation';
import { compareResults } from '../comparison/compare-results.ts';
import { execute, type ExecutionContext } from '../judgement/execute.ts';
import { normalizeSql } from '../metrics/normalize-sql.ts';

/**
 * The share of further samples that agree with an answer: the same text, the same rows, or a refusal like it. For models that tell no probabilities.
 * @param predicted the answer; null for a refusal
 * @param given its rows, where it ran
 * @returns null where every sample failed
 */
export async function sampleAgreement(
  predicted: string | null,
  given: QueryResult | undefined,
  resample: () => Promise<GeneratedSql | SqlwrightError>,
  samples: number,
  context: ExecutionContext,
): Promise<number | null> {
  let [agreeing, drawn] = [0, 0];
  for (let count = 0; count < samples; count += 1) {
    const sample = await resample();
    if (sample instanceof SqlwrightError) continue;
    drawn += 1;
    if (await agrees(predicted, given, sample.kind === 'sql' ? sample.sql : null, context)) agreeing += 1;
  }
  return drawn === 0 ? null : agreeing / drawn;
}

async function agrees(predicted: string | null, given: QueryResult | undefined, sample: string | null, context: ExecutionContext): Promise<boolean> {
  if (predicted === null || sample === null) return predicted === sample;
  if (normalizeSql(predicted) === normalizeSql(sample)) return true;
  if (given === undefined) return false;
  const execution = await execute(sample, context);
  return execution.kind === 'result' && compareResults(given, execution.result, { ordered: false }).exact;
}
