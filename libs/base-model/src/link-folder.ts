import { constants, copyFile, link, readdir } from 'node:fs/promises';
import path from 'node:path';

/** The files at the top of a model's folder, sorted; what litgpt made of them before is left out. */
export async function listModelFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => !entry.isDirectory() && !/^(lit_model\.pth|model_config\.yaml)$/.test(entry.name)).map(({ name }) => name).sort();
}

/** Puts a model's files into another folder without copying gigabytes, where both are on one disk. */
export async function linkFolder(from: string, to: string): Promise<void> {
  for (const name of await listModelFiles(from)) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    await link(source, target).catch(() => copyFile(source, target, constants.COPYFILE_FICLONE));
  }
}
