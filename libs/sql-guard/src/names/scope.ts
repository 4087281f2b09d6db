import type { SelectStmt } from 'libpg-query';
import type { ReadableTables } from './readable-tables.ts';

/** What a SELECT makes: the names of its columns, and whether it is sure to be a single row. */
export interface Derived {
  readonly columns: readonly string[];
  readonly singleRow: boolean;
  /** It has columns whose names nothing tells. */
  readonly open?: boolean;
}

/** One entry of a FROM clause, under the name by which its columns are reached. */
export interface Relation extends Derived {
  readonly name: string;
  /** For a table without an alias: its name in the model, before which a schema may be written. */
  readonly table?: string;
  /** For a table: its columns that may not be read. */
  readonly hidden?: ReadonlySet<string>;
  /** A function of one value a row: the name alone means that value. */
  readonly scalar?: boolean;
}

/** Everything that names may mean at one place of a statement. */
export interface Scope {
  readonly relations: readonly Relation[];
  readonly ctes: ReadonlyMap<string, Derived>;
  readonly parent?: Scope;
}

/** What stays the same in the whole statement. */
export interface Resolution {
  readonly tables: ReadableTables;
  /** The tables that were read. */
  readonly read: Set<string>;
  /** How much of what costs was met in all parts of the statement together. */
  readonly spent: { relations: number; products: number };
  /** The relations of every column met so far, in order: what two of them have in common is seen by looking at a stretch of it. */
  readonly met: Relation[];
  /** Resolves a SELECT inside another; `scope` is what surrounds it. */
  readonly resolveSelect: (select: SelectStmt, scope: Scope) => Derived;
}

/** The innermost relation that a test holds for. */
export function findRelation(scope: Scope, test: (relation: Relation) => boolean): Relation | undefined {
  return scope.relations.find(test) ?? (scope.parent === undefined ? undefined : findRelation(scope.parent, test));
}
