import type { DatabaseSchema } from '@sqlwright/schema';
import type { Answerer, StatementCheck } from '@sqlwright/sql-qa';
import type { FeedbackStore } from '../feedback/feedback-store.ts';
import type { Swappable } from './swappable.ts';

/** A model that answers questions over one database. */
export interface ServedModel {
  /** As people are told, such as `llama-cpp:base.gguf+adapter.gguf`. */
  readonly name: string;
  readonly answerer: Answerer;
  /** Frees the model; called once nobody uses it. */
  close(): Promise<void>;
}

/** A database that questions may be asked of, with its model. */
export interface ServedDataset {
  readonly name: string;
  readonly schema: DatabaseSchema;
  /** The values of columns with few different ones, by `table.column`. */
  readonly domains: Readonly<Record<string, readonly string[]>>;
  /** Questions to start with. */
  readonly examples: readonly string[];
  readonly databaseKind: 'pglite' | 'postgres';
  readonly model: Swappable<ServedModel>;
  readonly feedback: FeedbackStore;
  /** Guards and runs a person's correction. @throws SqlwrightError database.unavailable */
  checkStatement(sql: string, signal?: AbortSignal): Promise<StatementCheck>;
  /** Resolves if the database answers. @throws SqlwrightError database.unavailable, database.timeout */
  ping(): Promise<void>;
}
