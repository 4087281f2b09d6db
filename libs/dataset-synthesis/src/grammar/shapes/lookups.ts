import { quoteLiteral } from '@sqlwright/schema';
import { ageOf } from '../conditions/age-conditions.ts';
import { momentWord } from '../conditions/moment-conditions.ts';
import { drawNamed } from '../conditions/named.ts';
import { isPlural, possessive } from '../english/inflect.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { momentWords } from '../lexicon/moment-words.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { sayColumn } from '../things.ts';
import { drawCode } from '../values/draw-value.ts';
import { askedTables, columnCells, type Ask, type Shape } from './shape.ts';

const looked: readonly ColumnEntry['role'][] = ['amount', 'quantity', 'measure', 'moment', 'birth', 'year', 'email', 'phone', 'category', 'city', 'state', 'country', 'street', 'postalCode', 'text', 'code'];

/** One column of a thing that is named. */
export const lookups: Shape = {
  name: 'lookup', topic: 'lookups', weight: 11,
  cells: (lexicon) => columnCells(lexicon, looked, (draw, table, column) => {
    const named = drawNamed(draw, table);
    if (named === undefined || table.naming.includes(column)) return undefined;
    return { sql: `SELECT ${column.sql} FROM ${table.sql} WHERE ${named.sql('')}`, tables: [table], ask: (speaker) => askColumn(speaker, table, column, named.say(speaker)) };
  }),
};

/** The age of somebody named. */
export const ageLookups: Shape = {
  name: 'age of', topic: 'lookups', weight: 2,
  cells: (lexicon) => columnCells(lexicon, ['birth'], (draw, table, column) => {
    const named = drawNamed(draw, table);
    if (named === undefined) return undefined;
    const ask = (speaker: Speaker): Ask => {
      const name = named.say(speaker);
      return { isList: false, what: [`the age of ${name}`], question: [`How old is ${name}?`, `What is ${possessive(name)} age?`], clause: [`how old ${name} is`], short: [`${name} age`, `how old is ${name}`, `age of ${name}`] };
    };
    return { sql: `SELECT ${ageOf(column.sql)} FROM ${table.sql} WHERE ${named.sql('')}`, tables: [table], ask };
  }),
};

/** Two columns of a thing that is named, or all of them. */
export const recordLookups: Shape = {
  name: 'record', topic: 'lookups', weight: 3,
  cells: (lexicon) => askedTables(lexicon).map((table) => ({
    name: table.name,
    write: (draw) => {
      const named = drawNamed(draw, table);
      if (named === undefined) return undefined;
      const columns = draw.random.chance(0.5) ? draw.random.sample(table.columns.filter((column) => looked.includes(column.role) && !table.naming.includes(column)), 2) : [];
      if (columns.length === 1) return undefined;
      const sql = `SELECT ${columns.length === 0 ? '*' : columns.map((column) => column.sql).join(', ')} FROM ${table.sql} WHERE ${named.sql('')}`;
      const ask = (speaker: Speaker): Ask => {
        const name = named.sayFull(speaker);
        if (columns.length === 0) return { isList: true, what: [`all details of ${name}`, `everything about ${name}`, `the complete record of ${name}`], question: [`What do we know about ${name}?`], short: [`${name} all details`, `everything on ${name}`, `${name} full record`] };
        const names = columns.map((column) => sayColumn(speaker, column)).join(' and ');
        return { isList: true, what: [`the ${names} of ${name}`], question: [`What are the ${names} of ${name}?`], short: [`${name} ${names}`, `${names} of ${name}`] };
      };
      return { sql, tables: [table], ask };
    },
  })),
};

/** The thing to which a code, an e-mail address or a phone number belongs. */
export const reverseLookups: Shape = {
  name: 'whose', topic: 'lookups', weight: 1.5,
  cells: (lexicon) => columnCells(lexicon, ['email', 'code'], (draw, table, column) => {
    const { values } = column;
    const invented = column.role === 'email' ? [`${draw.random.pick(['anna.smith', 'j.miller', 'laura88', 'info', 'k.tanaka', 'maria.lopez', 'peter.weber'])}@${draw.random.pick(['gmail.com', 'example.com', 'yahoo.com', 'outlook.com'])}`] : [];
    const code = column.role === 'code' && values.length === 0 && /^(varchar|text|char|citext|bpchar)$/.test(column.type) ? [drawCode(draw)] : [];
    const known = [...values, ...invented, ...code];
    if (known.length === 0 || table.naming.length === 0 || table.naming.includes(column)) return undefined;
    const value = draw.random.pick(known);
    const ask = (speaker: Speaker): Ask => {
      const name = sayColumn(speaker, column);
      const pronoun = table.isPerson ? 'Who' : `Which ${table.singular}`;
      return { isList: false, isPerson: table.isPerson, what: [`the ${table.singular} with the ${name} ⟦${value}⟧`], question: [`${pronoun} has the ${name} ⟦${value}⟧?`, `To which ${table.singular} does the ${name} ⟦${value}⟧ belong?`], clause: [`which ${table.singular} has the ${name} ⟦${value}⟧`], short: [`${table.singular} with ${name} ⟦${value}⟧`, `whose ${name} is ⟦${value}⟧`] };
    };
    return { sql: `SELECT ${table.naming.map(({ sql }) => sql).join(', ')} FROM ${table.sql} WHERE ${column.sql} ${column.role === 'email' ? 'ILIKE' : '='} ${quoteLiteral(value)}`, tables: [table], ask };
  }),
};

function askColumn(speaker: Speaker, table: TableEntry, column: ColumnEntry, name: string): Ask {
  if (column.role === 'moment') return askWhen(speaker, table, column, name);
  const word = sayColumn(speaker, column);
  const special = column.role === 'city' && table.isPerson ? { question: [`In which ${word} does ${name} live?`], clause: [`in which ${word} ${name} lives`] }
    : column.role === 'birth' ? { question: [`When was ${name} born?`], clause: [`when ${name} was born`] }
    : column.names[0] === 'price' ? { question: [`How much does ${name} cost?`], clause: [`how much ${name} costs`] }
    : { question: [], clause: [] };
  const owner = table.isPerson && !name.startsWith('the ') ? [`${possessive(name)} ${word}`] : [];
  const verb = isPlural(word) ? 'are' : 'is';
  return {
    isList: false,
    what: [`the ${word} of ${name}`, ...owner],
    question: [`What ${verb} the ${word} of ${name}?`, ...owner.map((phrase) => `What ${verb} ${phrase}?`), ...special.question],
    clause: [`what the ${word} of ${name} ${verb}`, ...owner.map((phrase) => `what ${phrase} ${verb}`), ...special.clause],
    short: [`${name} ${word}`, `${word} of ${name}`, `${word} ${name}`],
  };
}

function askWhen(speaker: Speaker, table: TableEntry, column: ColumnEntry, name: string): Ask {
  const words = momentWords(table, column);
  const word = momentWord(speaker, words);
  const what = [`the ${words.noun} of ${name}`];
  if (words.kind === 'noun') return { isList: false, what, question: [`What is the ${words.noun} of ${name}?`], clause: [`what the ${words.noun} of ${name} is`], short: [`${name} ${words.noun}`, `${words.noun} ${name}`] };
  const be = words.kind === 'state' ? 'is' : 'was';
  const infinitive: Readonly<Record<string, string>> = { joined: 'join', started: 'start', ended: 'end', expired: 'expire', left: 'leave', died: 'die', arrived: 'arrive', departed: 'depart', retired: 'retire', 'signed up': 'sign up', happened: 'happen', occurred: 'occur', visited: 'visit' };
  const question = words.kind === 'active' ? `When did ${name} ${infinitive[word] ?? word}?` : `When ${be} ${name} ${word}?`;
  const clause = words.kind === 'active' ? `when ${name} ${word}` : `when ${name} ${be} ${word}`;
  return { isList: false, what, question: [question, say(speaker, { plain: [`What is the ${words.noun} of ${name}?`], terse: [question], polite: [question] })], clause: [clause], short: [`${name} ${words.noun}`, `when ${words.kind === 'active' ? `${name} ${word}` : `${be} ${name} ${word}`}`, `${words.noun} ${name}`] };
}
