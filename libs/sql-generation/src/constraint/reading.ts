import type { Token } from './lex-tokens.ts';
import type { Columns, NameCatalog } from './name-catalog.ts';
import type { Reference, Surroundings, WrongName } from './scope.ts';
import type { TokenCursor } from './token-cursor.ts';

/** A statement that is being read, and what was found in it. */
export interface Reading {
  readonly tokens: TokenCursor;
  readonly catalog: NameCatalog;
  readonly references: Reference[];
  readonly wrongNames: WrongName[];
  /** Where a name with a dot begins that ends with the text. */
  unfinished: Token | undefined;
  /** Reads a query within the statement. @returns the columns of its result */
  readonly readQuery: (reading: Reading, surroundings: Surroundings) => Columns;
}
