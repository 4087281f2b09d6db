/** What the guard says of a text. */
export type GuardVerdict =
  | { readonly allowed: true; /** The tables that the statement reads. */ readonly relations: readonly string[] }
  | { readonly allowed: false; readonly code: RefusalCode; /** A sentence for a person. */ readonly reason: string };

export type RefusalCode =
  | 'not-sql'
  | 'several-statements'
  | 'not-a-select'
  | 'modifies-data'
  | 'locks-rows'
  | 'unknown-relation'
  | 'forbidden-function'
  | 'forbidden-node'
  | 'too-complex';
