import type { Table } from '@sqlwright/schema';
import { splitName } from '../english/split-name.ts';
import { isShortFor } from './short-for.ts';
import { withoutKind } from './kind-words.ts';
import { withoutUnit } from './units.ts';

/** How a column is called within its table. */
export interface PlainName {
  readonly words: string;
  /** With the name of the table, where people say that too: the class name of a gym class. */
  readonly longer: string | undefined;
}

/** What is mostly said with the name of its table: order status, room type. */
const saidInFull = /^(type|status|method|category|kind|class|number|code|amount|priority|source|model)$/;

const bareButSaidInFull = / (type|status|category|priority)$|^payment method$/;

/** The plain names of a table's columns: `book_title` of the table book is just "title", and so is `bk_title`; `c_name` beside `c_phone` is "name". */
export function plainNames(table: Table, tableWords: string): PlainName[] {
  const spoken = table.columns.map(({ name }) => splitName(name));
  const [start = ''] = spoken[0]?.split(' ') ?? [];
  const isShared = spoken.length > 3 && spoken.every((words) => words.startsWith(`${start} `)) && !/^(is|has|total|number)$/.test(start);
  const cut = spoken.map((words) => ownPart(isShared ? words.slice(start.length + 1) : words, tableWords));
  const plain = cut.map(settle);
  return spoken.map((full, index) => {
    const words = plain[index] ?? full;
    const whole = settle(full);
    if (plain.indexOf(words) !== plain.lastIndexOf(words)) return { words: whole, longer: undefined };
    const last = tableWords.split(' ').at(-1) ?? '';
    const withTable = last === words ? '' : `${last} ${words}`;
    const isCut = !isShared && words !== whole && whole.endsWith(` ${words}`) && (tableWords.includes(' ') || saidInFull.test(words));
    return { words, longer: isCut ? whole : !words.includes(' ') && bareButSaidInFull.test(withTable) ? withTable : undefined };
  });
}

/** Without the name of the table, its last word, or what is short for it. */
function ownPart(words: string, tableWords: string): string {
  const last = tableWords.split(' ').at(-1) ?? tableWords;
  const start = [tableWords, last].find((name) => !/^(check-)?(in|out|up)$/.test(name) && words.startsWith(`${name} `) && words.length > name.length + 1);
  if (start !== undefined) return words.slice(start.length + 1);
  const [first = '', ...rest] = words.split(' ');
  return rest.length > 0 && tableWords.split(' ').some((word) => isShortFor(first, word)) ? rest.join(' ') : words;
}

function settle(words: string): string {
  return words === 'in stock' || words === 'units in stock' || words === 'stock quantity' ? 'stock' : withoutKind(withoutUnit(words)).replace(/^number (?:of )?(\w+s)$/, '$1');
}
