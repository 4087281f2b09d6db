import { quantize, usesImportanceMatrix } from '@sqlwright/conversion';
import { openImportanceInput } from '../importance-input.ts';
import { readUpstream, type StageCommand } from './stage-command.ts';

/** Merged f16 GGUF → the formats asked for, with an importance matrix of the training prompts where the configuration wants it and a format uses one. */
export const quantizeStage: StageCommand = async (workspace, run) => {
  const convert = await readUpstream(workspace, 'convert');
  const { formats, importanceMatrix } = workspace.config.quantize;
  const wanted = importanceMatrix === 'training-prompts' && formats.some(usesImportanceMatrix);
  return quantize(run, { convert, formats, ...(wanted ? { importance: await openImportanceInput(workspace, run) } : {}) });
};
