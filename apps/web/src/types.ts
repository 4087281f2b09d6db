/** What the service says, as far as the page shows it. */
export type Value = string | number | boolean | null;

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly truncated: boolean;
}

export interface Grounding {
  readonly column: string;
  readonly written: string;
  readonly taken: string;
}

export interface Verdict {
  readonly status: 'answered' | 'refused' | 'blocked' | 'failed';
  readonly answer: string;
  readonly sql: string | null;
  readonly groundings: readonly Grounding[];
  readonly reason?: { readonly code: string; readonly message: string };
  /** Probability that the model gives to its reply, 0 to 1; not every model tells. */
  readonly confidence?: number;
  /** The whole question that a follow-up was taken for. */
  readonly understoodAs?: string;
  /** A person had confirmed the statement for this question. */
  readonly confirmed?: true;
  /** The first statement could not run; this is another one. */
  readonly repaired?: true;
  /** Of several statements that were tried, how many gave these rows. */
  readonly votes?: { readonly agreeing: number; readonly of: number };
}

export interface Done {
  readonly id: string;
  readonly dataset: string;
  readonly model: string;
  readonly seconds: { readonly generate: number; readonly execute: number };
}

export interface Failure {
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
}

/** What happens while a question is answered, in this order. */
export type AnswerEvent =
  | { readonly event: 'queued'; readonly data: { readonly ahead: number } }
  | { readonly event: 'writing'; readonly data: { readonly text: string } }
  | { readonly event: 'sql'; readonly data: { readonly sql: string; readonly groundings: readonly Grounding[] } }
  | { readonly event: 'rows'; readonly data: Table }
  | { readonly event: 'answer'; readonly data: Verdict }
  | { readonly event: 'done'; readonly data: Done }
  | { readonly event: 'error'; readonly data: Failure };

export interface DatasetInfo {
  readonly name: string;
  readonly model: string;
  readonly examples: readonly string[];
}

export interface SchemaTable {
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly comment?: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly comment?: string; readonly values?: readonly string[] }[];
}
