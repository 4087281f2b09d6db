import { quantize } from '@sqlwright/conversion';
import { readUpstream, type StageCommand } from './stage-command.ts';

/** Merged f16 GGUF → the formats asked for. */
export const quantizeStage: StageCommand = async (workspace, run) => {
  const convert = await readUpstream(workspace, 'convert');
  return quantize(run, { convert, formats: workspace.config.quantize.formats });
};
