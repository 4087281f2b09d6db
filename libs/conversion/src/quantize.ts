import path from 'node:path';
import { writeStage, type Manifest, type Progress, type StageArtifact, type StageRun } from '@sqlwright/artifacts';
import { SqlwrightError } from '@sqlwright/errors';
import { readVersions } from './node-llama-cpp.ts';
import { computeImportanceMatrix, type ImportanceInput } from './quantization/compute-importance-matrix.ts';
import { isQuantizationFormat, quantizationFormats, usesImportanceMatrix, type QuantizationFormat } from './quantization/quantization-formats.ts';
import { quantizeFile } from './quantization/quantize-file.ts';

export interface QuantizeInput {
  /** Its folder holds `merged-f16.gguf`. */
  readonly convert: StageArtifact;
  /** Keys of `quantizationFormats`. */
  readonly formats: readonly string[];
  /** What the importance matrix is computed from, and the artifact that its samples are of. Without it, and for formats that use none, there is no matrix. */
  readonly importance?: Importance;
}

type Importance = Omit<ImportanceInput, 'signal' | 'onSample'> & { readonly synthesize: StageArtifact };

const sourceName = 'merged-f16.gguf';

/** The name of the matrix among the files of the stage. */
const matrixName = 'importance-matrix.gguf';

/**
 * Quantizes the merged model to each format asked for: `<format>.gguf`; with `importance-matrix.gguf`, where there is one.
 * @throws SqlwrightError config.invalid, artifact.missing, model.invalid, child.failed, disk.full, run.cancelled
 */
export async function quantize(run: StageRun, input: QuantizeInput): Promise<Manifest> {
  const { manifest, digest } = input.convert;
  const formats = [...new Set(input.formats)].map(checkFormat);
  if (formats.length > 0 && manifest.files[sourceName] === undefined) throw noMergedModel();
  const importance = formats.some(usesImportanceMatrix) ? input.importance : undefined;
  const upstream = { convert: digest, ...(importance === undefined ? {} : { synthesize: importance.synthesize.digest }) };
  return writeStage(run, { stage: 'quantize', schemaFingerprint: manifest.schemaFingerprint, upstream }, async (draft, progress) => {
    const matrix = importance === undefined ? undefined : path.join(draft, matrixName);
    if (importance !== undefined && matrix !== undefined) await makeMatrix(importance, matrix, run.signal, progress);
    for (const format of formats) await makeFormat(input.convert.file(sourceName), draft, { format, matrix, signal: run.signal, progress });
    return { details: { formats, importanceMatrix: matrix !== undefined }, versions: await readVersions() };
  });
}

async function makeMatrix(importance: Importance, target: string, signal: AbortSignal, progress: Progress): Promise<void> {
  progress.step('importance matrix');
  await computeImportanceMatrix({ ...importance, signal, onSample: (done, total) => progress.update({ done, total, remark: 'samples' }) }, target);
}

interface FormatRun {
  readonly format: QuantizationFormat;
  /** File of the importance matrix. */
  readonly matrix: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

async function makeFormat(source: string, folder: string, { format, matrix, signal, progress }: FormatRun): Promise<void> {
  progress.step(format);
  await quantizeFile({
    source,
    target: path.join(folder, `${format}.gguf`),
    format,
    ...(matrix !== undefined && usesImportanceMatrix(format) ? { importanceMatrix: matrix } : {}),
    signal,
    onTensor: (done, total) => progress.update({ done, total, remark: 'tensors' }),
  });
}

function checkFormat(format: string): QuantizationFormat {
  if (isQuantizationFormat(format)) return format;
  throw new SqlwrightError('config.invalid', `There is no quantization format "${format}".`, { hint: `Formats: ${Object.keys(quantizationFormats).join(', ')}` });
}

function noMergedModel(): SqlwrightError {
  return new SqlwrightError('artifact.missing', 'There is no merged model to quantize.', {
    hint: 'Add "merged" to convert.forms, or set quantize.formats to []; then run: sqlwright convert',
  });
}
