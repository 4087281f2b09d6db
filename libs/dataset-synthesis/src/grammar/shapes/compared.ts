import { quoteLiteral } from '@sqlwright/schema';
import { columnConditions } from '../conditions/column-conditions.ts';
import { drawNamed } from '../conditions/named.ts';
import type { Draw } from '../draw.ts';
import { isPlural, withArticle } from '../english/inflect.ts';
import type { ColumnEntry } from '../lexicon/lexicon-types.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { drawConditions, sayColumn, sayTable, shownSql, type Condition } from '../things.ts';
import { drawValues } from '../values/draw-value.ts';
import { spokenValue } from '../conditions/category-conditions.ts';
import { valueNoun } from '../conditions/value-noun.ts';
import { drawFigure } from './groups.ts';
import { askedTables, columnCells, type Ask, type Shape } from './shape.ts';

const shared: readonly ColumnEntry['role'][] = ['category', 'city', 'state', 'country', 'year', 'lastName'];

/** Rows that have the same value as one that is named. */
export const sameAsNamed: Shape = {
  name: 'same as named', topic: 'comparisons', weight: 1.5,
  cells: (lexicon) => columnCells(lexicon, shared, (draw, table, column) => {
    const named = drawNamed(draw, table);
    if (named === undefined || table.naming.length === 0) return undefined;
    const sql = `SELECT ${shownSql({ table, conditions: [] })} FROM ${table.sql} WHERE ${column.sql} IN (SELECT ${column.sql} FROM ${table.sql} WHERE ${named.sql('')})`;
    const ask = (speaker: Speaker): Ask => {
      const [all, word, name] = [sayTable(speaker, table, 'plural'), sayColumn(speaker, column), named.say(speaker)];
      return { isList: true, what: [`all ${all} with the same ${word} as ${name}`, `the ${all} that have the same ${word} as ${name}`], question: [`Which ${all} have the same ${word} as ${name}?`], clause: [`which ${all} have the same ${word} as ${name}`], short: [`same ${word} as ${name}`, `${all} same ${word} as ${name}`, `${all} with same ${word} as ${name}`] };
    };
    return { sql, tables: [table], ask };
  }),
};

/** Two values of one column, counted side by side or the one less the other. */
export const twoCounts: Shape = {
  name: 'two counts', topic: 'comparisons', weight: 1.8,
  cells: (lexicon) => columnCells(lexicon, ['category', 'city', 'country'], (draw, table, column) => {
    const [a, b] = drawValues(draw, column, 2);
    if (a === undefined || b === undefined) return undefined;
    const filter = (value: string): string => `COUNT(*) FILTER (WHERE ${column.sql} = ${quoteLiteral(value)})`;
    const isDifference = draw.random.chance(0.45);
    const ask = (speaker: Speaker): Ask => {
      const [all, x, y, word] = [sayTable(speaker, table, 'plural'), spokenValue(speaker, a, column), spokenValue(speaker, b, column), sayColumn(speaker, column)];
      const isPlace = column.role !== 'category';
      const [first, second] = isPlace ? [`${all} in ${x}`, `in ${y}`] : [`${all} with ${word} ${x}`, `with ${word} ${y}`];
      if (isDifference) return { isList: false, what: [`the difference between the number of ${first} and ${second}`], question: [`How many more ${first} than ${second} are there?`, `How many more ${first} are there than ${second}?`], clause: [`how many more ${first} than ${second} there are`], short: [`how many more ${first} than ${second}`, `${first} minus ${second}`, `difference ${first} and ${second}`] };
      return { isList: true, what: [`the number of ${first} and ${second}`, `the numbers of ${first} and ${second} side by side`], question: [`How many ${first} and how many ${second} are there?`], clause: [`how many ${first} and how many ${second} there are`], short: [`${first} vs ${second}`, `count ${first} and ${second}`, `${x} vs ${y} ${all}`] };
    };
    return { sql: `SELECT ${filter(a)}${isDifference ? ' - ' : ', '}${filter(b)} FROM ${table.sql}`, tables: [table], ask };
  }),
};

/** Whether one value of a column has more rows, or a higher average, than another. */
export const moreOrNot: Shape = {
  name: 'more or not', topic: 'yes or no', weight: 0.8,
  cells: (lexicon) => columnCells(lexicon, ['category', 'city', 'country'], (draw, table, column) => {
    const figure = draw.random.chance(0.5) ? drawFigure(draw, table, ['AVG']) : undefined;
    const [a, b] = drawValues(draw, column, 2);
    if (a === undefined || b === undefined) return undefined;
    const value = figure === undefined ? 'COUNT(*)' : figure.sql(figure.column.sql);
    const filtered = (of: string): string => `${value} FILTER (WHERE ${column.sql} = ${quoteLiteral(of)})`;
    const ask = (speaker: Speaker): Ask => {
      const [all, x, y, word] = [sayTable(speaker, table, 'plural'), spokenValue(speaker, a, column), spokenValue(speaker, b, column), sayColumn(speaker, column)];
      const [first, second] = column.role === 'category' ? speaker.random.pick([[`${x} ${all}`, `${y} ${all}`], [`${x} ${all}`, `${y} ones`], [`${all} with ${word} ${x}`, `with ${word} ${y}`]] as const) : [`${all} in ${x}`, `in ${y}`];
      if (figure === undefined) return { isList: false, question: [`Are there more ${first} than ${second}?`, `Do we have more ${first} than ${second}?`], clause: [`whether there are more ${first} than ${second}`, `if we have more ${first} than ${second}`], short: [`more ${first} than ${second} y/n`, `more ${first} than ${second}?`] };
      const words = figure.say(speaker);
      return { isList: false, question: [`Is the ${words} of ${first} higher than of ${second}?`, `Do ${first} have a higher ${words} than ${second}?`], clause: [`whether the ${words} of ${first} is higher than of ${second}`], short: [`${words} of ${first} higher than ${second} y/n`] };
    };
    return { sql: `SELECT ${filtered(a)} > ${filtered(b)} FROM ${table.sql}`, tables: [table], ask };
  }),
};

/** A figure of two values of a column, a row each. */
export const twoFigures: Shape = {
  name: 'two figures', topic: 'comparisons', weight: 0.8,
  cells: (lexicon) => columnCells(lexicon, ['category', 'city', 'country'], (draw, table, column) => {
    const figure = drawFigure(draw, table, ['AVG', 'AVG', 'SUM', 'MAX', 'MIN']);
    const [a, b] = drawValues(draw, column, 2);
    if (figure === undefined || a === undefined || b === undefined) return undefined;
    const list = [a, b].map(quoteLiteral).join(', ');
    const ask = (speaker: Speaker): Ask => {
      const [all, words, first, second] = [sayTable(speaker, table, 'plural'), figure.say(speaker), spokenValue(speaker, a, column), spokenValue(speaker, b, column)];
      const versus = say(speaker, { plain: ['compared to', 'versus', 'and'], terse: ['vs', 'vs.', 'versus', 'and'], polite: ['compared with', 'as against', 'and'] });
      const [x, y] = [valueNoun(table, column, a)?.plural, valueNoun(table, column, b)?.plural];
      const both = x !== undefined && y !== undefined && speaker.random.chance(0.7) ? `${x} ${versus} ${y}` : column.role === 'category' ? speaker.random.pick([`${first} ${versus} ${second} ${all}`, `${all} with ${column.names[0]} ${first} ${versus} ${second}`]) : `${all} in ${first} ${versus} ${second}`;
      return { isList: true, what: [`the ${words} of ${both}`], question: [`What is the ${words} of ${both}?`], clause: [`what the ${words} of ${both} is`], short: [`${words} of ${both}`, `${words} ${both}`] };
    };
    return { sql: `SELECT ${column.sql}, ${figure.sql(figure.column.sql)} FROM ${table.sql} WHERE ${column.sql} IN (${list}) GROUP BY ${column.sql}`, tables: [table], ask };
  }),
};

/** How many meet a condition and how many do not. */
export const withAndWithout: Shape = {
  name: 'with and without', topic: 'comparisons', weight: 0.8,
  cells: (lexicon) => columnCells(lexicon, ['email', 'phone', 'flag', 'birth'], (draw, table, column) => {
    if (column.role !== 'flag' && !column.nullable) return undefined;
    const [holds, lacks] = column.role === 'flag' ? [column.sql, `NOT ${column.sql}`] : [`${column.sql} IS NOT NULL`, `${column.sql} IS NULL`];
    const condition = condense(draw, table.name, column, columnConditions(table));
    if (condition === undefined) return undefined;
    const ask = (speaker: Speaker): Ask => {
      const [all, verb] = [sayTable(speaker, table, 'plural'), condition.say(speaker).verb];
      const not = verb.startsWith('are ') ? 'are not' : 'do not';
      return { isList: true, what: [`the number of ${all} that ${verb} and of those that ${not}`.replace(/that/g, table.isPerson ? 'who' : 'that')], question: [`How many ${all} ${verb} and how many ${not}?`, `How many ${all} ${verb}, and how many ${not.replace('o not', "on't").replace('e not', "en't")}?`], clause: [`how many ${all} ${verb} and how many ${not}`], short: [`${all} that ${verb} vs not`, `how many ${all} ${verb} and how many not`] };
    };
    return { sql: `SELECT COUNT(*) FILTER (WHERE ${holds}), COUNT(*) FILTER (WHERE ${lacks}) FROM ${table.sql}`, tables: [table], ask };
  }),
};

function condense(draw: Draw, table: string, column: ColumnEntry, makers: Parameters<typeof drawConditions>[1]): Condition | undefined {
  return drawConditions(draw, makers.filter(({ name }) => name === `${table}.${column.name} ${column.role === 'flag' ? 'true' : 'there'}`), 1)[0];
}

/** Whether there is a thing of a name, or somebody named has something. */
export const namedExists: Shape = {
  name: 'named exists', topic: 'yes or no', weight: 1.5,
  cells: (lexicon) => askedTables(lexicon).filter(({ naming }) => naming.length > 0).map((table) => ({
    name: table.name,
    weight: table.salience,
    write: (draw) => {
      const named = drawNamed(draw, table);
      if (named === undefined || named.key !== undefined) return undefined;
      const owned = table.columns.filter(({ role, nullable }) => nullable && (role === 'email' || role === 'phone' || role === 'birth'));
      const column = owned.length > 0 && draw.random.chance(0.5) ? draw.random.pick(owned) : undefined;
      const sql = `SELECT EXISTS (SELECT 1 FROM ${table.sql} WHERE ${named.sql('')}${column === undefined ? '' : ` AND ${column.sql} IS NOT NULL`})`;
      const ask = (speaker: Speaker): Ask => {
        const one = sayTable(speaker, table, 'singular');
        if (column !== undefined) {
          const [name, word] = [named.say(speaker), sayColumn(speaker, column)];
          return { isList: false, question: [`Does ${name} have ${withArticle(word)}?`, `Do we have the ${word} of ${name}?`, `Do we know the ${word} of ${name}?`], clause: [`whether we have the ${word} of ${name}`, `if we know the ${word} of ${name}`], short: [`do we have ${word} of ${name}`, `${name} has ${word} y/n`, `is there ${withArticle(word)} for ${name}`] };
        }
        const bare = named.sayFull(speaker).replace(`the ${one} `, '').replace(/^the \S+ /, '');
        return { isList: false, question: [`Is there ${withArticle(one)} called ${bare}?`, `Do we have ${withArticle(one)} called ${bare}?`, `Do we have ${withArticle(one)} named ${bare}?`, `Is ${bare} one of our ${sayTable(speaker, table, 'plural')}?`], clause: [`whether there is ${withArticle(one)} called ${bare}`, `if we have ${withArticle(one)} named ${bare}`], short: [`is there ${withArticle(one)} called ${bare}`, `do we have ${bare}`, `${one} ${bare} exists?`, `any ${one} named ${bare}`] };
      };
      return { sql, tables: [table], ask };
    },
  })),
};

/** Rows whose value lies above or below that of one that is named: older than somebody, dearer than something. */
export const thanNamed: Shape = {
  name: 'than named', topic: 'comparisons', weight: 1,
  cells: (lexicon) => columnCells(lexicon, ['amount', 'quantity', 'measure', 'birth', 'year'], (draw, table, column) => {
    const named = drawNamed(draw, table);
    if (named === undefined || table.naming.length === 0 || named.key !== undefined) return undefined;
    const isMore = draw.random.chance(0.6);
    // Who is older was born earlier.
    const sign = (column.role === 'birth') === isMore ? '<' : '>';
    const sql = `SELECT ${shownSql({ table, conditions: [] })} FROM ${table.sql} WHERE ${column.sql} ${sign} (SELECT ${isMore === (sign === '>') ? 'MAX' : 'MIN'}(${column.sql}) FROM ${table.sql} WHERE ${named.sql('')})`;
    const ask = (speaker: Speaker): Ask => {
      const [all, name] = [sayTable(speaker, table, 'plural'), named.say(speaker)];
      const words = column.role === 'birth' ? `${isMore ? 'older' : 'younger'} than ${name}` : sayMore(sayColumn(speaker, column), isMore, name);
      const be = column.role === 'birth' ? `are ${words}` : words.replace(/^with/, 'have');
      return { isList: true, what: [`all ${all} ${words}`, `the ${all} ${words}`], question: [`Which ${all} ${be}?`], clause: [`which ${all} ${be}`], short: [`${all} ${words}`, say(speaker, { plain: [words], terse: [words], polite: [words] })] };
    };
    return { sql, tables: [table], ask };
  }),
};

function sayMore(word: string, isMore: boolean, name: string): string {
  return isPlural(word) ? `with ${isMore ? 'more' : 'fewer'} ${word} than ${name}` : `with a ${isMore ? 'higher' : 'lower'} ${word} than ${name}`;
}

/** The row with the n-th largest or smallest value. */
export const nthRows: Shape = {
  name: 'nth', topic: 'superlatives', weight: 0.8,
  cells: (lexicon) => columnCells(lexicon, ['amount', 'quantity', 'measure', 'birth'], (draw, table, column) => {
    if (table.naming.length === 0) return undefined;
    const n = draw.random.integer(2, 4);
    const isLargest = draw.random.chance(0.65);
    const word = ['second', 'third', 'fourth'][n - 2] ?? '';
    const ask = (speaker: Speaker): Ask => {
      const one = sayTable(speaker, table, 'singular');
      const degree = column.role === 'birth' ? (isLargest ? 'youngest' : 'oldest') : isLargest ? 'highest' : 'lowest';
      const what = column.role === 'birth' ? `the ${word} ${degree} ${one}` : `the ${one} with the ${word} ${degree} ${sayColumn(speaker, column)}`;
      return { isList: false, isPerson: table.isPerson, what: [what], question: [`${table.isPerson ? 'Who' : 'Which'} is ${what}?`], clause: [`${table.isPerson ? 'who' : 'which'} is ${what}`], short: [what.replace(/^the /, ''), `${mark(n)}${['', '', 'nd', 'rd', 'th'][n]} ${degree} ${column.role === 'birth' ? one : `${sayColumn(speaker, column)} ${one}`}`] };
    };
    return { sql: `SELECT ${shownSql({ table, conditions: [] })} FROM ${table.sql} ORDER BY ${column.sql}${isLargest ? ' DESC NULLS LAST' : ''} LIMIT 1 OFFSET ${n - 1}`, tables: [table], ask };
  }),
};
