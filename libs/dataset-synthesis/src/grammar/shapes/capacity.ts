import { columnConditions } from '../conditions/column-conditions.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, Lexicon, Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { drawNamed } from '../conditions/named.ts';
import { drawConditions, sayTable, tablesOf, type Things } from '../things.ts';
import { countChildren, leftJoinedChildren, ownerSql } from './children.ts';
import { maybeOne } from './draw-things.ts';
import { holdsOften } from './percentages.ts';
import type { Ask, Cell, Shape } from './shape.ts';

/** A table of what has places, and the table of those who take them. */
interface Places {
  readonly relation: Relation;
  readonly capacity: ColumnEntry;
}

const held = /\b(course|class|event|trip|tour|flight|workshop|lesson|session|training|screening|show|concert|group|excursion|seminar|camp|bus|cruise)$/;
const taking = /\b(enrolment|enrollment|registration|booking|reservation|ticket|participant|attendee|participation|passenger|sign-?up|attendance)$/;
const limits = /^(capacity|seats|places|slots|(max(imum)?|number of) \w+|\w+ limit)$/;

/** What is full, what has places left, and how many. */
export const capacity: Shape = {
  name: 'capacity', topic: 'comparisons', weight: 1,
  cells: (lexicon) => placesOf(lexicon).flatMap((places) => [compareCell(places), leftCell(places)]),
};

function placesOf({ relations }: Lexicon): Places[] {
  return relations.filter(({ child, parent, isPlain }) => isPlain && parent.naming.length > 0 && held.test(parent.singular) && taking.test(child.singular)).flatMap((relation) => {
    const found = relation.parent.columns.find(({ role, names: [name] }) => (role === 'quantity' || role === 'measure') && limits.test(name));
    return found === undefined ? [] : [{ relation, capacity: found }];
  });
}

const limitOf = ({ relation: { parent }, capacity: column }: Places): string => `${parent.alias}.${column.sql}`;

function compareCell(places: Places): Cell {
  const { relation } = places;
  const { child, parent } = relation;
  return {
    name: `${parent.name} ${child.name} full`,
    write: (draw) => {
      const sign = draw.random.pick(['>=', '>=', '<', '>'] as const);
      const things = drawCounted(draw, child, 0.3);
      const { names, group } = ownerSql(relation);
      const ask = (speaker: Speaker): Ask => {
        const all = sayTable(speaker, parent, 'plural');
        const such = things.conditions.length === 0 ? '' : `, counting ${sayCounted(speaker, things)} only`;
        const states = { '>=': ['full', 'fully booked', 'sold out'], '<': ['not full yet', 'not fully booked'], '>': ['overbooked', 'over capacity'] }[sign];
        const state = speaker.random.pick(states);
        const relative = sign === '<' && speaker.random.chance(0.6) ? speaker.random.pick(['with free places', 'with places left', 'that still have room']) : `that are ${state}`;
        return { isList: true, what: [`the ${all} ${relative}${such}`], question: [sign === '<' && relative.startsWith('with') ? `Which ${all} have ${relative.slice(5)}${such}?` : `Which ${all} are ${state}${such}?`], clause: [`which ${all} are ${state}${such}`], short: [`${all} ${relative}${such}`, `${state} ${all}${such}`].slice(0, sign === '<' ? 1 : 2) };
      };
      return { sql: `SELECT ${names} ${leftJoinedChildren(relation, things)} GROUP BY ${group}, ${limitOf(places)} HAVING ${countChildren(relation)} ${sign} ${limitOf(places)}`, tables: [parent, ...tablesOf(things)], ask };
    },
  };
}

function leftCell(places: Places): Cell {
  const { relation } = places;
  const { child, parent } = relation;
  return {
    name: `${parent.name} ${child.name} left`,
    write: (draw) => {
      const named = draw.random.chance(0.6) ? drawNamed(draw, parent) : undefined;
      const things = drawCounted(draw, child, 0.2);
      const { names, group } = ownerSql(relation);
      const left = `${limitOf(places)} - ${countChildren(relation)}`;
      const by = `GROUP BY ${group}, ${limitOf(places)}`;
      const ask = (speaker: Speaker): Ask => {
        const such = things.conditions.length === 0 ? '' : `, counting ${sayCounted(speaker, things)} only`;
        const word = say(speaker, { plain: ['places', 'free places', 'spots'], terse: ['places', 'spots', 'seats'], polite: ['places', 'free places'] });
        if (named !== undefined) {
          const name = named.sayFull(speaker);
          return { isList: false, what: [`the number of ${word} left in ${name}${such}`], question: [`How many ${word} are left in ${name}${such}?`, `How many ${word} does ${name} still have${such}?`], clause: [`how many ${word} are left in ${name}${such}`], short: [`${word} left in ${name}${such}`, `${name} ${word} left${such}`] };
        }
        const one = sayTable(speaker, parent, 'singular');
        return { isList: true, what: [`the number of ${word} left in each ${one}${such}`], question: [`How many ${word} are left in each ${one}${such}?`], clause: [`how many ${word} are left in each ${one}${such}`], short: [`${word} left per ${one}${such}`] };
      };
      const sql = named === undefined ? `SELECT ${names}, ${left} ${leftJoinedChildren(relation, things)} ${by}` : `SELECT ${left} ${leftJoinedChildren(relation, things)} WHERE ${named.sql(`${parent.alias}.`)} ${by}`;
      return { sql, tables: [parent, ...tablesOf(things)], ask };
    },
  };
}

/** All of those who take places, or those of one kind: a LEFT JOIN takes no test for NULL. */
function drawCounted(draw: Draw, child: TableEntry, share: number): Things {
  return { table: child, conditions: drawConditions(draw, columnConditions(child).filter(({ name }) => holdsOften.test(name)), maybeOne(draw, share)) };
}

function sayCounted(speaker: Speaker, { table, conditions }: Things): string {
  const words = conditions[0]?.say(speaker);
  return `${words?.before === undefined ? '' : `${words.before} `}${table.plural}${words?.before === undefined ? ` ${words?.after ?? `that ${words?.verb ?? ''}`}` : ''}`;
}
