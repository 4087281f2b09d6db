import { createAudit, createService, type Service } from '@sqlwright/server';
import { createModelPool } from './model-pool.ts';
import { openAuditLog } from './open-audit-log.ts';
import type { OpeningDataset } from './open-dataset.ts';
import { openServedDataset, type OpenServedDataset, type ServingContext } from './open-served-dataset.ts';
import { resolveServedModel } from './resolve-served-model.ts';

export interface ServiceOptions {
  readonly model?: string | undefined;
  /** A file for the audit log. */
  readonly auditLog?: string | undefined;
  readonly limits: { readonly running: number; readonly waiting: number };
}

export interface OpenService {
  readonly service: Service;
  close(): Promise<void>;
}

/**
 * Opens the models over datasets, whose databases may still be opening, for one service.
 * @throws SqlwrightError as `OpeningDataset.opened` and `openServedDataset`
 */
export async function openService(opening: readonly OpeningDataset[], options: ServiceOptions, standardAudit: NodeJS.WritableStream, signal: AbortSignal, note: (line: string) => void): Promise<OpenService> {
  const { model, auditLog } = options;
  const pool = createModelPool(options.limits.running);
  const context = { pool, signal, note, model };
  const opened = await allOrNone(opening.map((dataset) => openWithModel(dataset, context)), (one) => one.close());
  const closeDatasets = async (): Promise<void> => void (await Promise.all(opened.map((one) => one.close())));
  const log = auditLog === undefined ? undefined : await openAuditLog(auditLog, note).catch((error: unknown) => closeDatasets().then(() => Promise.reject(error)));
  const audit = createAudit({ write: (line) => void (log ?? standardAudit).write(line) });
  return {
    service: createService({ datasets: opened.map(({ dataset }) => dataset), limits: options.limits, audit }),
    async close() {
      await closeDatasets();
      await log?.close();
    },
  };
}

/** The weights load while the database opens. */
async function openWithModel({ workspace, opened }: OpeningDataset, context: ServingContext): Promise<OpenServedDataset> {
  const files = await resolveServedModel({ workspace, ...context }, context.model).catch(async (error: unknown) => {
    await opened.then(({ database }) => database.close(), () => undefined);
    throw error;
  });
  context.pool.preload(files.file);
  return openServedDataset(await opened, context);
}

async function allOrNone<T>(opening: readonly Promise<T>[], close: (opened: T) => Promise<void>): Promise<T[]> {
  const results = await Promise.allSettled(opening);
  const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed === undefined) return opened;
  await Promise.all(opened.map(close));
  throw failed.reason;
}
