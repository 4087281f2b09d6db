import type { ColumnEntry, ColumnRole, TableEntry } from '../../grammar/lexicon/lexicon-types.ts';
import { momentWords } from '../../grammar/lexicon/moment-words.ts';

/** Which columns of a table of people stand in the places of a phrase. */
export interface PersonColumns {
  readonly table: TableEntry;
  /** By their places: `birth`, `created`, `email`, … */
  readonly places: ReadonlyMap<string, ColumnEntry>;
  readonly categories: readonly ColumnEntry[];
}

const placesByRole: readonly ColumnRole[] = ['birth', 'email', 'phone', 'street', 'city', 'state', 'postalCode', 'country'];
/** What counts as the day on which somebody came. */
const arrivals = /^(joined|registered|signed up|enrolled|hired|admitted|recruited|employed|started)$/;

export function personColumns(table: TableEntry): PersonColumns {
  const gender = table.columns.find(({ role, names: [name] }) => role === 'category' && /^(gender|sex)$/.test(name));
  const moments = table.columns.filter(({ role }) => role === 'moment').map((column) => ({ column, words: momentWords(table, column) }));
  const arrival = moments.find(({ words }) => arrivals.test(words.word)) ?? moments.find(({ words }) => words.isCreation);
  const found: readonly (readonly [string, ColumnEntry | undefined])[] = [
    ...placesByRole.map((role) => [role, onlyOne(table, role)] as const),
    ['created', arrival?.column],
    ['updated', moments.find(({ words }) => words.word === 'updated')?.column],
    ['gender', gender],
    ['key', /^(smallint|integer|bigint)$/.test(table.key?.type ?? '') ? table.key : undefined],
  ];
  return {
    table,
    places: new Map(found.flatMap(([place, column]) => (column === undefined ? [] : [[place, column]]))),
    categories: table.columns.filter((column) => column.role === 'category' && column !== gender && column.salience >= 1),
  };
}

/** The column of that role; none where there are several, of which nobody could tell which is meant. */
function onlyOne({ columns }: TableEntry, role: ColumnRole): ColumnEntry | undefined {
  const all = columns.filter((column) => column.role === role);
  return all.length === 1 ? all[0] : undefined;
}

/** Whether somebody came here to work: nobody signed up an employee. */
export function isHired({ table, places }: PersonColumns): boolean {
  const column = places.get('created');
  return column !== undefined && /^(hired|recruited|employed|started)$/.test(momentWords(table, column).word);
}
