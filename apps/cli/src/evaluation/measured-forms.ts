import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeJson } from '@sqlwright/artifacts';
import { z } from 'zod';
import type { WorkspaceFolders } from '../workspace.ts';

const measuredSchema = z.strictObject({ seconds: z.number().nullable(), right: z.number().int(), questions: z.number().int().positive(), meanKl: z.number().nullable() });

/** What was measured of one form of a model. */
export type Measured = z.infer<typeof measuredSchema>;

/** What was measured of forms so far, kept among what may be thrown away, so that a run that broke off goes on where it was. */
export interface MeasuredForms {
  read(form: string): Promise<Measured | undefined>;
  keep(form: string, measured: Measured): Promise<void>;
}

/** @param basis all that the figures hang on besides the form: other questions or another model are measured anew */
export function measuredForms({ cacheFolder }: Pick<WorkspaceFolders, 'cacheFolder'>, basis: unknown): MeasuredForms {
  const folder = path.join(cacheFolder, 'measured', createHash('sha256').update(JSON.stringify(basis)).digest('hex').slice(0, 16));
  const fileOf = (form: string): string => path.join(folder, `${form.replaceAll(/\W+/g, '-')}.json`);
  return {
    async read(form) {
      const text = await readFile(fileOf(form), 'utf8').catch(() => undefined);
      return text === undefined ? undefined : measuredSchema.safeParse(JSON.parse(text)).data;
    },
    async keep(form, measured) {
      await mkdir(folder, { recursive: true });
      await writeJson(fileOf(form), measured);
    },
  };
}
