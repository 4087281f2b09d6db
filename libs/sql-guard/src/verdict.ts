/** What the guard says of a text. */
export type GuardVerdict =
  | {
      readonly allowed: true;
      /** The tables that the statement reads. */
      readonly relations: readonly string[];
      /** What to run: the text with each function named as PostgreSQL's own, so that no function of the database can take its place. */
      readonly sql: string;
    }
  | { readonly allowed: false; readonly code: RefusalCode; /** A sentence for a person. */ readonly reason: string };

export type RefusalCode =
  | 'not-sql'
  | 'several-statements'
  | 'not-a-select'
  | 'modifies-data'
  | 'locks-rows'
  | 'unknown-relation'
  | 'denied'
  | 'forbidden-function'
  | 'forbidden-node'
  | 'too-complex';
