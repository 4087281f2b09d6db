import { existsSync } from 'node:fs';
import type { Progress } from '@sqlwright/artifacts';
import { builtFile, resolveModel, type ModelFiles, type ModelForm } from '../../resolve-model.ts';
import type { Workspace } from '../../workspace.ts';
import { makeForms } from '../make-forms.ts';

/** A GGUF of the model and what it was made from. */
export interface ChainLink {
  readonly name: string;
  readonly from: string;
  /** Whether making it must not change anything but rounding. */
  readonly lossless: boolean;
  readonly files: ModelFiles;
}

const built: readonly ModelForm[] = ['f16', 'Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M', 'adapter'];

/**
 * The GGUF files of a dataset's model, those made from another one after it.
 * @param all those that the stages do not make too: every format, with an importance matrix and without
 */
export async function listLinks(workspace: Workspace, all: boolean, signal: AbortSignal, progress: Progress): Promise<ChainLink[]> {
  if (all) return (await makeForms({ workspace, signal, progress })).map(({ name, format, files }) => toLink(name, format, files)).toSorted((a, b) => Number(b.name === 'f16') - Number(a.name === 'f16'));
  const forms = built.filter((form) => existsSync(builtFile(workspace, form)));
  return Promise.all(forms.map(async (form) => toLink(form, form, await resolveModel({ workspace, signal, note: progress.note }, form))));
}

/** The base of the adapter is the very file that was trained on, so that it too must lose nothing. */
function toLink(name: string, format: string, files: ModelFiles): ChainLink {
  if (format === 'f16') return { name, from: 'huggingface', lossless: true, files };
  return format === 'adapter' ? { name, from: 'litgpt', lossless: true, files } : { name, from: 'f16', lossless: false, files };
}
