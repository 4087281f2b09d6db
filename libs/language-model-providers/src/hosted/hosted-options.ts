/** What every hosted provider is made with. */
export interface HostedOptions {
  readonly model: string;
  readonly key: string;
  /** Another endpoint than the provider's own. */
  readonly baseUrl?: string;
  /** How often a request is sent again after 429, 5xx or a broken connection, with growing pauses; 5 if not given. */
  readonly retries?: number;
}

export const defaultRetries = 5;

/** Longest wait for one answer, in milliseconds: a hundred samples take a slow model some minutes. */
export const answerTimeout = 30 * 60_000;
