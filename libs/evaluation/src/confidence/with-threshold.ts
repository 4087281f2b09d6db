import type { QuestionRecord } from '../report/evaluation-report.ts';

/** The records as they would be if answers below a confidence were refusals. */
export function withThreshold(records: readonly QuestionRecord[], threshold: number): QuestionRecord[] {
  return records.map((record) => {
    if (record.predicted === null || record.confidence === null || record.confidence >= threshold) return record;
    return { ...record, predicted: null, outcome: record.gold === null ? 'refused' : 'abstained', emptyMatch: false };
  });
}
