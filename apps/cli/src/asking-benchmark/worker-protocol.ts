/** What the process that answers is told, a line of JSON each: a question for the whole way, or for its SQL alone. */
export type WorkerRequest = { readonly ask: string } | { readonly generate: string; readonly constrained: boolean };

export interface WorkerAnswer {
  readonly status: string;
  readonly sql: string | null;
}

export interface WorkerStatement {
  /** From the question to the SQL, grounded and not yet guarded. */
  readonly seconds: number;
  readonly prompt: string;
  /** What the model wrote, word for word, and how many tokens it had. */
  readonly reply: string;
  readonly tokens: number;
}
