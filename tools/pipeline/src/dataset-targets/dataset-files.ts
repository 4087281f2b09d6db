import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The files of a dataset that stages read, relative to its folder. */
export interface DatasetFiles {
  readonly ddl: string;
  readonly recorded: string;
  readonly questions: string;
  /** The adapter that training goes on from, relative to the workspace: it may lie in another dataset. */
  readonly initialAdapter?: string;
}

/** The part of dataset.config.json that names files. */
interface FileSettings {
  readonly schema?: { readonly ddl?: string };
  readonly train?: { readonly initialAdapter?: string };
  readonly synthesize?: { readonly teacher?: { readonly folder?: string } };
  readonly evaluate?: { readonly questions?: string };
}

/**
 * Reads which files a dataset's configuration names. The graph of the whole workspace hangs on it, so an unfinished configuration
 * gives the defaults here; the command that needs it says what is wrong.
 */
export function readDatasetFiles(workspace: string, configuration: string): DatasetFiles {
  const { schema, synthesize, train, evaluate } = readSettings(path.join(workspace, configuration));
  return {
    ddl: schema?.ddl ?? 'schema.sql',
    recorded: `${synthesize?.teacher?.folder ?? 'recorded'}/**/*`,
    questions: evaluate?.questions ?? 'development.jsonl',
    ...(train?.initialAdapter === undefined ? {} : { initialAdapter: path.posix.join(path.dirname(configuration), train.initialAdapter) }),
  };
}

function readSettings(file: string): FileSettings {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FileSettings;
  } catch {
    return {};
  }
}
