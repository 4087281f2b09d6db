export interface EnvironmentOptions {
  /** Where everything that can be made again is kept. */
  readonly cacheFolder: string;
  readonly signal?: AbortSignal;
  /** Told each line of pip. */
  readonly progress?: (line: string) => void;
  /** The Python to use instead of the first one found. */
  readonly pythonCommand?: string;
}
