import type { Token } from './lex-tokens.ts';
import type { Columns } from './name-catalog.ts';

/** What FROM reads: a table, a query in brackets or a function, under the name that it has in its query. */
export interface Source {
  readonly name: string;
  readonly columns: Columns;
  /** Where a table of the schema is named. */
  readonly table?: Token;
}

/** What a query finds around itself. */
export interface Surroundings {
  readonly parent: Scope | undefined;
  /** The columns of the queries that WITH names. */
  readonly withQueries: ReadonlyMap<string, Columns>;
}

/** The names that one SELECT knows. */
export class Scope implements Surroundings {
  readonly parent: Scope | undefined;
  readonly withQueries: ReadonlyMap<string, Columns>;
  readonly sources: Source[] = [];
  /** The names of the columns of its result, as far as they are told. */
  readonly outputs = new Set<string>();
  /** The sources all of whose columns are in the result; empty for all sources. */
  readonly stars: string[] = [];
  /** Columns that USING and NATURAL make one of several. */
  readonly merged: Set<string>;
  /** Offset of the word behind the list of a SELECT, which is FROM if it has one. */
  listEnd: number | undefined;
  /** Offset of what stands behind the tables of FROM; undefined while more may come. */
  fromEnd: number | undefined;
  /** Offset of what stands behind WHERE. */
  filterEnd: number | undefined;

  constructor({ parent, withQueries }: Surroundings, sources: readonly Source[] = [], merged = new Set<string>()) {
    this.parent = parent;
    this.withQueries = withQueries;
    this.sources.push(...sources);
    this.merged = merged;
  }

  /** What the condition of a join, a function in FROM or a LATERAL query knows of it: the tables so far. */
  soFar(): Scope {
    const scope = new Scope(this, this.sources, this.merged);
    scope.fromEnd = 0;
    return scope;
  }

  /** The names of the columns of its result. */
  get columns(): Columns {
    const shown = this.stars.flatMap((star) => this.sources.filter(({ name }) => star === '' || name === star));
    if (shown.some(({ columns }) => columns === undefined)) return undefined;
    return new Set([...shown.flatMap(({ columns }) => [...(columns ?? [])]), ...this.outputs]);
  }
}

/** A column that a statement names. */
export interface Reference {
  readonly scope: Scope;
  readonly qualifier?: Token;
  /** `*` for all. */
  readonly column: Token;
  /** It may be a name that the list of the SELECT gives. */
  readonly mayBeOutput?: boolean;
}

/** A name in FROM that cannot stand there. */
export interface WrongName {
  readonly token: Token;
  readonly allowed: readonly string[];
}
