import type { Database } from '@sqlwright/database';
import type { DatasetConfig } from '@sqlwright/dataset-config';
import type { LanguageModel } from '@sqlwright/language-model';
import type { DatabaseSchema } from '@sqlwright/schema';
import type { TeacherSample } from './sample.ts';
import type { GrammarSample } from './grammar/synthesize-by-grammar.ts';

export type SynthesizeSection = DatasetConfig['synthesize'];

/** What the requests to the teacher are made from. */
export interface RequestInput {
  readonly schema: DatabaseSchema;
  readonly config: SynthesizeSection;
  /** Known values by `table.column`; shown only where the configuration allows it. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** The exact reply to a question that the database cannot answer. */
  readonly abstention: string;
  /** The teacher is told other names than those of the database, and no values; its reply gets the names back. */
  readonly obfuscate?: boolean | undefined;
}

export interface SynthesizeInput extends RequestInput {
  /** sha256 of the schema. */
  readonly schemaFingerprint: string;
  /** sha256 of the manifest of the stage `schema`. */
  readonly schemaDigest: string;
  /** Where the samples come from: a model that is asked, or samples that are there already. */
  readonly source: SampleSource;
  /** Questions by which models are judged: whoever wrote a sample that asks one, it is never trained on. */
  readonly heldOut?: readonly string[];
  /** Samples of the grammar that come after those of the source, so that one that says otherwise is rejected. */
  readonly supplement?: readonly GrammarSample[];
  /** What people confirmed or corrected; it comes first, so that a source that says otherwise is the one rejected. */
  readonly feedback?: readonly Omit<TeacherSample, 'id'>[];
  /** The seeded database on which every statement must run. */
  readonly database: Database;
}

export type SampleSource =
  | {
      readonly kind: 'teacher';
      readonly teacher: LanguageModel;
      /** A folder that keeps the replies of a live teacher, so that an interrupted run pays for none twice. */
      readonly replyCache: string | undefined;
    }
  | { readonly kind: 'samples'; /** Such as `grammar`. */ readonly name: string; readonly samples: readonly GrammarSample[] };
