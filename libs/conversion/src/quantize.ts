import path from 'node:path';
import { writeStage, type Manifest, type StageArtifact, type StageRun } from '@sqlwright/artifacts';
import { SqlwrightError } from '@sqlwright/errors';
import { readVersions } from './node-llama-cpp.ts';
import { isQuantizationFormat, quantizationFormats, type QuantizationFormat } from './quantization/quantization-formats.ts';
import { quantizeFile } from './quantization/quantize-file.ts';

export interface QuantizeInput {
  /** Its folder holds `merged-f16.gguf`. */
  readonly convert: StageArtifact;
  /** Keys of `quantizationFormats`. */
  readonly formats: readonly string[];
}

const sourceName = 'merged-f16.gguf';

/**
 * Quantizes the merged model to each format asked for: `<format>.gguf`.
 * @throws SqlwrightError config.invalid, artifact.missing, model.invalid, disk.full, run.cancelled
 */
export async function quantize(run: StageRun, input: QuantizeInput): Promise<Manifest> {
  const { manifest, digest } = input.convert;
  const formats = [...new Set(input.formats)].map(checkFormat);
  if (formats.length > 0 && manifest.files[sourceName] === undefined) throw noMergedModel();
  const lineage = { stage: 'quantize', schemaFingerprint: manifest.schemaFingerprint, upstream: { convert: digest } } as const;
  return writeStage(run, lineage, async (draft, progress) => {
    for (const format of formats) {
      progress.step(format);
      await quantizeFile({
        source: input.convert.file(sourceName),
        target: path.join(draft, `${format}.gguf`),
        format,
        signal: run.signal,
        onTensor: (done, total) => progress.update({ done, total, remark: 'tensors' }),
      });
    }
    return { details: { formats }, versions: await readVersions() };
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
