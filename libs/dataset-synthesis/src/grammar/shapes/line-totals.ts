import { belongsTo, drawNamed, ownersRead } from '../conditions/named.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, Lexicon, Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { joinOn, parentKeys } from '../relation-sql.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';
import { columnsOf, type Ask, type Cell, type Draft, type Shape } from './shape.ts';

/** A table whose rows have a quantity and a price for each: the lines of an order. */
interface Lines {
  readonly table: TableEntry;
  readonly quantity: ColumnEntry;
  readonly price: ColumnEntry;
}

/** What was sold, as quantity times price: in total, of each product, of one, and which brought in most. */
export const lineTotals: Shape = {
  name: 'line total', topic: 'figures', weight: 1.6,
  cells: (lexicon) => linesOf(lexicon).flatMap((lines): Cell[] => [
    { name: `${lines.table.name} all`, weight: 0.4, write: () => total(lines) },
    ...lexicon.relations.filter(({ child, isPlain }) => child === lines.table && isPlain).flatMap((relation): Cell[] => [
      { name: `${lines.table.name} of ${relation.column.name}`, write: (draw) => ofOne(draw, lines, relation) },
      ...(relation.parent.naming.length === 0 ? [] : [{ name: `${lines.table.name} per ${relation.column.name}`, write: (draw: Draw) => perOne(draw, lines, relation) }]),
    ]),
  ]),
};

function linesOf({ tables }: Lexicon): Lines[] {
  return tables.filter(({ kind }) => kind === 'thing').flatMap((table) => {
    const quantity = table.columns.find(({ names: [name], type }) => /^(quantity|number|units|pieces|amount|count)$/.test(name) && /int|numeric|decimal/.test(type));
    const price = columnsOf(table, 'amount').find(({ names: [name] }) => /\bprice\b/.test(name));
    return quantity === undefined || price === undefined ? [] : [{ table, quantity, price }];
  });
}

const product = ({ quantity, price }: Lines, qualifier = ''): string => `SUM(${qualifier}${quantity.sql} * ${qualifier}${price.sql})`;

function sayRevenue(speaker: Speaker): string {
  return say(speaker, { plain: ['revenue', 'total revenue', 'total sales value'], terse: ['revenue', 'turnover', 'sales'], polite: ['total revenue', 'turnover', 'revenue'] });
}

function total(lines: Lines): Draft {
  return { sql: `SELECT ${product(lines)} FROM ${lines.table.sql}`, tables: [lines.table], ask: (speaker) => ({ isList: false, what: [`our ${sayRevenue(speaker)}`, `the ${sayRevenue(speaker)} of all ${lines.table.plural}`], question: [`What is our ${sayRevenue(speaker)}?`, 'How much did we sell in total?'], clause: [`what our ${sayRevenue(speaker)} is`], short: [`${sayRevenue(speaker)}`, `overall ${sayRevenue(speaker)}`] }) };
}

function ofOne(draw: Draw, lines: Lines, relation: Relation): Draft | undefined {
  const named = drawNamed(draw, relation.parent);
  if (named === undefined) return undefined;
  const isOrder = /order|invoice|sale|cart|basket|bill|receipt/.test(relation.parent.singular);
  const ask = (speaker: Speaker): Ask => {
    const [name, words] = [named.sayFull(speaker), isOrder ? say(speaker, { plain: ['total value', 'total'], terse: ['total', 'value'], polite: ['total value', 'sum'] }) : sayRevenue(speaker)];
    return { isList: false, what: [`the ${words} of ${name}`], question: [`What is the ${words} of ${name}?`, ...(isOrder ? [`How much does ${name} come to?`] : [`How much did we earn with ${name}?`])], clause: [`what the ${words} of ${name} is`], short: [`${words} of ${name}`, `${name} ${words}`] };
  };
  return { sql: `SELECT ${product(lines)} FROM ${lines.table.sql} WHERE ${belongsTo(relation, named, '')}`, tables: [lines.table, ...ownersRead(relation, named)], ask };
}

function perOne(draw: Draw, lines: Lines, relation: Relation): Draft {
  const { child, parent } = relation;
  const names = parent.naming.map(({ sql }) => `${parent.alias}.${sql}`).join(', ');
  const value = product(lines, `${child.alias}.`);
  const count = draw.random.pick([undefined, undefined, 1, 1, 3, 5, 10]);
  const ask = (speaker: Speaker): Ask => {
    const [one, all, words] = [sayTable(speaker, parent, 'singular'), sayTable(speaker, parent, 'plural'), sayRevenue(speaker)];
    if (count === 1) return { isList: false, what: [`the ${one} with the highest ${words}`], question: [`Which ${one} has the highest ${words}?`, `Which ${one} brought in the most money?`], clause: [`which ${one} has the highest ${words}`], short: [`${one} with highest ${words}`, `top ${one} by ${words}`] };
    if (count !== undefined) return { isList: true, what: [`the ${mark(count)} ${all} with the highest ${words}`], question: [`Which ${mark(count)} ${all} have the highest ${words}?`], short: [`top ${mark(count)} ${all} by ${words}`] };
    return { isList: true, what: [`the ${words} per ${one}`, `the ${words} of each ${one}`], question: [`What is the ${words} of each ${one}?`], clause: [`what the ${words} of each ${one} is`], short: [`${words} per ${one}`, `${words} by ${one}`] };
  };
  const end = count === undefined ? '' : ` ORDER BY ${value} DESC NULLS LAST ${count === 1 ? 'FETCH FIRST 1 ROW WITH TIES' : `LIMIT ${count}`}`;
  return { sql: `SELECT ${names}${count === undefined ? `, ${value}` : ''} FROM ${parent.sql} ${parent.alias} JOIN ${child.sql} ${child.alias} ON ${joinOn(relation, `${child.alias}.`, `${parent.alias}.`)} GROUP BY ${parentKeys(relation, `${parent.alias}.`)}, ${names}${end}`, tables: [parent, child], ask };
}
