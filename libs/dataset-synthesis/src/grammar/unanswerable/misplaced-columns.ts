import { drawNamed } from '../conditions/named.ts';
import type { Draw } from '../draw.ts';
import { possessive } from '../english/inflect.ts';
import type { ColumnRole, Lexicon, TableEntry } from '../lexicon/lexicon-types.ts';
import { askedTables, type Ask, type Draft, type Shape } from '../shapes/shape.ts';
import type { Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';

const personal: Partial<Record<ColumnRole, string>> = { birth: 'date of birth', email: 'e-mail address', phone: 'phone number', street: 'address' };

/** What the schema knows of some people, asked of others: the birthday of a teacher where only students have one. */
export const misplacedColumns: Shape = {
  name: 'misplaced column', topic: 'beyond the schema: columns', weight: 1.5,
  cells: (lexicon) => askedTables(lexicon).filter(({ isPerson, kind }) => isPerson && kind === 'thing').flatMap((table) => lacking(lexicon, table).map((noun) => ({ name: `${table.name} ${noun}`, weight: table.salience, write: (draw: Draw) => draft(draw, table, noun) }))),
};

/** None where a key joins the table to another with such a column: the phone of a user may be that of the employee who it is. */
function lacking({ tables, relations }: Lexicon, table: TableEntry): string[] {
  const joined = relations.flatMap(({ child, parent }) => (child === table ? [parent] : parent === table ? [child] : []));
  return Object.entries(personal).filter(([role]) => {
    const has = (other: TableEntry): boolean => other.columns.some((column) => column.role === role);
    const isElsewhere = tables.some((other) => other !== table && other.isPerson && has(other));
    return isElsewhere && !has(table) && !joined.some(has) && !table.columns.some((column) => isNear(role, column.name));
  }).map(([, noun]) => noun);
}

function isNear(role: string, name: string): boolean {
  return (role === 'birth' ? /birth|age|born|dob/i : role === 'street' ? /addr|street|city|location|home/i : /mail|phone|mobile|contact|tel/i).test(name);
}

function draft(draw: Draw, table: TableEntry, noun: string): Draft | undefined {
  const named = drawNamed(draw, table);
  const forms: readonly ((speaker: Speaker) => Ask)[] = [
    ...(named === undefined ? [] : [(speaker: Speaker): Ask => {
      // With the word for its kind: a mere name may be that of somebody who has one.
      const name = named.sayFull(speaker);
      return { isList: false, what: [`the ${noun} of ${name}`, `${possessive(name)} ${noun}`], question: [`What is the ${noun} of ${name}?`], clause: [`what the ${noun} of ${name} is`], short: [`${name} ${noun}`, `${noun} of ${name}`] };
    }]),
    (speaker) => ({ isList: true, what: [`all ${sayTable(speaker, table, 'plural')} with their ${noun}`, `the ${sayTable(speaker, table, 'plural')} together with their ${noun}`], short: [`${sayTable(speaker, table, 'plural')} with ${noun}`, `${noun} of ${sayTable(speaker, table, 'plural')}`] }),
    (speaker) => ({ isList: false, question: [`How many ${sayTable(speaker, table, 'plural')} have no ${noun}?`], clause: [`how many ${sayTable(speaker, table, 'plural')} have no ${noun}`], short: [`${sayTable(speaker, table, 'plural')} without ${noun}`] }),
  ];
  return { sql: '', tables: [], ask: draw.random.pick(forms) };
}
