export type { SynthesisReport } from './dataset/build-report.ts';
export type { TrainingSample } from './dataset/render-training-samples.ts';
export { synthesizeByGrammar, type GrammarInput, type GrammarSample } from './grammar/synthesize-by-grammar.ts';
export type { Pair, Reject, RejectReason } from './sample.ts';
export { canonicalizeSql } from './sql/canonicalize-sql.ts';
export { synthesize } from './synthesize.ts';
export type { RequestInput, SampleSource, SynthesizeInput } from './synthesize-input.ts';
export { renderTeacherPrompt, type TeacherContext, type TeacherRequest } from './teacher-prompt.ts';
export { renderRequests, type RenderedRequest } from './teacher/render-requests.ts';
