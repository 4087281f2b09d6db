import { columnConditions } from '../conditions/column-conditions.ts';
import { drawNamed } from '../conditions/named.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { momentWords, type MomentWords } from '../lexicon/moment-words.ts';
import type { Speaker } from '../style/speaker.ts';
import { drawConditions, thirdPerson, type ConditionMaker } from '../things.ts';
import { askedTables, type Ask, type Shape } from './shape.ts';

/** Whether something holds of one that is named: is it blocked, was it returned, is it overdue? */
export const namedStates: Shape = {
  name: 'named state', topic: 'yes or no', weight: 1.5,
  cells: (lexicon) => askedTables(lexicon).filter((table) => table.kind === 'thing' && statesOf(table).length > 0).map((table) => ({
    name: table.name,
    weight: table.salience,
    write: (draw) => {
      const [condition] = drawConditions(draw, statesOf(table), 1);
      const named = drawNamed(draw, table);
      if (condition === undefined || named === undefined) return undefined;
      const sql = `SELECT EXISTS (SELECT 1 FROM ${table.sql} WHERE ${named.sql('')} AND ${condition.sql('')})`;
      const ask = (speaker: Speaker): Ask => askWhether(named.say(speaker), thirdPerson(condition.say(speaker).verb));
      return { sql, tables: [table], ask };
    },
  })),
};

/** Conditions that say what a thing is: a flag, one value of a few, something that has happened or not, overdue and expired. */
function statesOf(table: TableEntry): ConditionMaker[] {
  const kinds = table.columns.flatMap((column) => kindsOf(table, column).map((kind) => `${table.name}.${column.name} ${kind}`));
  return columnConditions(table).filter(({ name, about }) => kinds.includes(name) || about.endsWith(' state'));
}

function kindsOf(table: TableEntry, column: ColumnEntry): string[] {
  const { role, nullable, names: [name] } = column;
  if (role === 'flag') return ['true'];
  if (role === 'moment') return nullable && hasHappened(momentWords(table, column)) ? ['there', 'missing'] : [];
  return role === 'category' && /status|state|condition/.test(name) ? ['='] : [];
}

/** What is asked of one thing: has it been returned, not: does it have a date of the last update. */
function hasHappened({ kind, word, isCreation, mayBeFuture }: MomentWords): boolean {
  return kind === 'passive' && word !== 'updated' && !isCreation && !mayBeFuture;
}

const auxiliary = /^(is|was|has been|has not been|has not yet been|has) (.*)$/;

/** `is blocked` of Laura: `Is Laura blocked?`. */
function askWhether(name: string, verb: string): Ask {
  const [, first = '', rest = ''] = auxiliary.exec(verb) ?? [];
  const question = first === '' ? `Is it true that ${name} ${verb}?` : first === 'has' ? `Does ${name} have ${rest}?` : first.startsWith('has') ? `Has ${name} ${first.slice(4)} ${rest}?` : `${first === 'is' ? 'Is' : 'Was'} ${name} ${rest}?`;
  return { isList: false, question: [question], clause: [`whether ${name} ${verb}`, `if ${name} ${verb}`], short: [question.toLowerCase().replace(name.toLowerCase(), name).replace(/\?$/, ''), ...(first.includes('not') ? [] : [`${name} ${rest === '' ? verb : rest} y/n`])] };
}
