import type { Answer } from '@sqlwright/sql-qa';

/** An answer as it leaves the service. */
export interface GivenAnswer extends Answer {
  /** Names the answer in feedback and in the audit log. */
  readonly id: string;
  readonly dataset: string;
  readonly model: string;
}

/** Who asks, for limits and for the audit log. */
export interface Caller {
  /** The name of the key; null where the service is open. */
  readonly key: string | null;
  readonly address: string;
  readonly via: 'http' | 'openai' | 'mcp';
}
