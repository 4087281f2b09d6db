/**
 * Every way in which sqlwright ends without a result: the one table of codes.
 * `exitCode` is what the CLI ends with; docs/errors.md explains each.
 */
export const errorCodes = {
  'usage.invalid': { exitCode: 2, meaning: 'The command line cannot be understood.' },
  'config.missing': { exitCode: 2, meaning: 'The dataset or its dataset.config.json is not there.' },
  'config.invalid': { exitCode: 2, meaning: 'The configuration does not fit its schema.' },
  'ddl.syntax': { exitCode: 2, meaning: 'The DDL is not SQL that can be parsed.' },
  'ddl.unsupported': { exitCode: 2, meaning: 'A DDL statement or type has no counterpart in the schema model.' },
  'ddl.invalid': { exitCode: 2, meaning: 'The DDL names a table or column that it does not define.' },
  'questions.invalid': { exitCode: 2, meaning: 'A questions file has a line that cannot be read.' },
  'schema.mismatch': { exitCode: 3, meaning: 'The database no longer has the schema that the model was trained for.' },
  'model.contract-mismatch': { exitCode: 3, meaning: 'The model was trained with another prompt contract.' },
  'model.invalid': { exitCode: 3, meaning: 'A model file is missing, damaged or of an unknown kind.' },
  'database.unavailable': { exitCode: 4, meaning: 'The database does not accept a connection.' },
  'database.query-failed': { exitCode: 4, meaning: 'The database refused a statement.' },
  'database.timeout': { exitCode: 4, meaning: 'A statement ran longer than it may.' },
  'artifact.missing': { exitCode: 5, meaning: 'A stage needs an artifact that no earlier stage has made yet.' },
  'artifact.invalid': { exitCode: 5, meaning: 'An artifact is damaged or was changed after it was made.' },
  'python.missing': { exitCode: 6, meaning: 'There is no Python of the needed version.' },
  'python.environment': { exitCode: 6, meaning: 'The Python environment could not be made.' },
  'child.failed': { exitCode: 7, meaning: 'A program that a stage runs ended badly.' },
  'training.failed': { exitCode: 7, meaning: 'litgpt ended without a checkpoint.' },
  'training.out-of-memory': { exitCode: 7, meaning: 'litgpt ran out of memory.' },
  'training.no-cuda': { exitCode: 7, meaning: 'The training profile needs an NVIDIA GPU.' },
  'training.wrong-checkpoint': { exitCode: 7, meaning: 'The base checkpoint does not fit its model configuration.' },
  'disk.full': { exitCode: 8, meaning: 'There is no space left to write an artifact.' },
  'provider.refused-key': { exitCode: 9, meaning: 'The provider did not accept the API key.' },
  'provider.rate-limited': { exitCode: 9, meaning: 'The provider kept refusing for too many requests.' },
  'provider.unavailable': { exitCode: 9, meaning: 'The provider could not be reached or failed.' },
  'provider.bad-reply': { exitCode: 9, meaning: 'The provider answered with something that cannot be used.' },
  'recording.missing': { exitCode: 9, meaning: 'No recorded answer belongs to a rendered prompt.' },
  'dataset.too-small': { exitCode: 10, meaning: 'Too few samples passed their checks.' },
  'guard.refused': { exitCode: 11, meaning: 'The SQL is not one that may run.' },
  'run.cancelled': { exitCode: 130, meaning: 'The user stopped the run.' },
  'internal.error': { exitCode: 70, meaning: 'A defect of sqlwright itself.' },
} as const;

export type ErrorCode = keyof typeof errorCodes;
