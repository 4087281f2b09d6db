/** What a column can mean, whatever it is called. */
export const columnRoles = ['key', 'name', 'firstName', 'lastName', 'email', 'phone', 'birth', 'moment', 'amount', 'quantity', 'measure', 'year', 'category', 'flag', 'city', 'state', 'country', 'postalCode', 'street', 'code', 'text', 'other'] as const;

export type ColumnRole = (typeof columnRoles)[number];

export interface ColumnEntry {
  readonly table: string;
  readonly name: string;
  /** The name as SQL, quoted where it must be. */
  readonly sql: string;
  /** Type without its length, such as `numeric`. */
  readonly type: string;
  readonly role: ColumnRole;
  readonly nullable: boolean;
  /** Spoken names, the plainest first. */
  readonly names: readonly [string, ...string[]];
  /** The values that it holds, where they are few and known. */
  readonly values: readonly string[];
  /** Other words for values, by value. */
  readonly valueNames: Readonly<Record<string, readonly string[]>>;
  /** Said after a number, such as `euros`. */
  readonly unit: string | undefined;
  /** Bounds that a check sets. */
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** How often people speak of it, against other columns; 1 is usual. */
  readonly salience: number;
}

export interface TableName {
  readonly singular: string;
  readonly plural: string;
}

export interface TableEntry extends TableName {
  readonly name: string;
  readonly sql: string;
  readonly alias: string;
  /** How often people ask of it, against other tables; 1 is usual. */
  readonly salience: number;
  /** Other words for its rows. */
  readonly synonyms: readonly TableName[];
  readonly isPerson: boolean;
  /** Those of whom a bare "who" asks, where there are several kinds of people. */
  readonly isMain: boolean;
  /** `link`: a table that does nothing but join two others. */
  readonly kind: 'thing' | 'link' | 'view';
  /** The only column of its primary key. */
  readonly key: ColumnEntry | undefined;
  /** What names one of its rows; empty where nothing does. */
  readonly naming: readonly ColumnEntry[];
  readonly columns: readonly ColumnEntry[];
}

/** What somebody does to a thing: `taken`, `took`. */
export interface Deed {
  readonly passive: string;
  readonly past: string;
}

/** A foreign key: each row of the child belongs to one row of the parent. */
export interface Relation {
  readonly child: TableEntry;
  readonly parent: TableEntry;
  /** The column that tells the key from the child's other keys; of most keys the only one. */
  readonly column: ColumnEntry;
  /** All columns of the key. */
  readonly columns: readonly ColumnEntry[];
  /** The parent's columns, as SQL, in the same order. */
  readonly parentKeys: readonly string[];
  /** What the parent is to the child, such as `manager`. */
  readonly role: string;
  /** The role is no other than the parent's name, and no second key joins the two. */
  readonly isPlain: boolean;
  /** What the parent did to the child, where the key says so: `taken` and `took` of `taken_by`. */
  readonly deed?: Deed;
}

/** Two tables that a third one joins: any number of the one belongs to any number of the other. */
export interface Link {
  readonly from: Relation;
  readonly to: Relation;
}

/** Two keys in a row: each row of the lowest table belongs, through one of the middle, to one of the top: a fine, through its loan, to a member. */
export interface Chain {
  readonly lower: Relation;
  readonly upper: Relation;
}

/** Keys in a row, from the lowest table upwards: a review, through its booking and its room, to a hotel. Two or three of them. */
export type Way = readonly [Relation, Relation, ...Relation[]];

/** How people speak of a database. */
export interface Lexicon {
  readonly tables: readonly TableEntry[];
  readonly relations: readonly Relation[];
  readonly links: readonly Link[];
  readonly chains: readonly Chain[];
  /** The chains, and those that go one key further where nothing shorter joins the two ends. */
  readonly ways: readonly Way[];
}
