import type { BaseModel } from '@sqlwright/base-model';
import type { FittedHyperparameters, Hyperparameters } from '@sqlwright/dataset-config';
import type { PythonEnvironment } from '@sqlwright/python-environment';

/** What one run of litgpt needs. */
export interface LitgptRun {
  /** Everything is written here; the paths in litgpt's configuration count from here. */
  readonly folder: string;
  readonly hyperparameters: Hyperparameters;
  readonly baseModel: BaseModel;
  readonly environment: PythonEnvironment;
  readonly signal: AbortSignal;
}

/** A run that leaves nothing for the machine to decide. */
export interface FittedRun extends LitgptRun {
  readonly hyperparameters: FittedHyperparameters;
}
