import { columnConditions } from '../conditions/column-conditions.ts';
import { isJunction } from '../conditions/junctions.ts';
import { belongsTo, drawNamed, ownersRead, prepositionOf } from '../conditions/named.ts';
import { possessive, withArticle } from '../english/inflect.ts';
import type { Draw } from '../draw.ts';
import type { ColumnEntry, Lexicon, Relation } from '../lexicon/lexicon-types.ts';
import { childKey, childKeys, joinOn, parentKey, parentKeys } from '../relation-sql.ts';
import { isSuperior, sayRole } from '../lexicon/role-words.ts';
import { say, type Speaker } from '../style/speaker.ts';
import { conditionsSql, drawConditions, fromThings, isKnownByName, sayColumn, sayTable, sayThings, shownSql, tablesOf, type Things } from '../things.ts';
import { drawOwnThings } from './draw-things.ts';
import { columnsOf, type Ask, type Cell, type Draft, type Shape } from './shape.ts';

const shown: readonly ColumnEntry['role'][] = ['email', 'phone', 'city', 'state', 'country', 'street', 'postalCode', 'amount', 'quantity', 'measure', 'moment', 'category', 'name', 'year'];

export function relationCells(lexicon: Lexicon, write: (draw: Draw, relation: Relation) => Draft | undefined, keep: (relation: Relation) => boolean = () => true): Cell[] {
  const relations = lexicon.relations.filter((relation) => relation.child.kind === 'thing' && keep(relation));
  return relations.map((relation) => ({ name: `${relation.child.name}.${relation.column.name}`, weight: salienceOf(relation) * (isJunction(lexicon, relation.child) ? 0.3 : 1), write: (draw) => write(draw, relation) }));
}

/** People ask of what has a name; seldom of each single loan or item. */
export function salienceOf({ parent }: Pick<Relation, 'parent'>): number {
  return isKnownByName(parent) ? 1 : 0.3;
}

/** A column of the children of a parent that is named: the phone number of somebody whose numbers lie in another table. */
export const childLookups: Shape = {
  name: 'child lookup', topic: 'several tables', weight: 5,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent } = relation;
    const [asked] = draw.random.sample(columnsOf(child, ...shown), 1);
    const named = drawNamed(draw, parent);
    if (asked === undefined || named === undefined) return undefined;
    const own = /^(email|phone|city|state|country|street|postalCode)$/.test(asked.role) && parent.isPerson;
    const ask = (speaker: Speaker): Ask => {
      const [name, word] = [named.say(speaker), sayColumn(speaker, asked)];
      const children = sayTable(speaker, child, 'plural');
      if (own) return { isList: false, what: [`the ${word} of ${name}`, `${possessive(name)} ${word}`], question: [`What is the ${word} of ${name}?`, `What is ${possessive(name)} ${word}?`, ...(asked.role === 'city' || asked.role === 'country' ? [`In which ${word} does ${name} live?`] : [])], clause: [`what the ${word} of ${name} is`], short: [`${name} ${word}`, `${word} of ${name}`] };
      return { isList: true, what: [`the ${word} of the ${children} ${prepositionOf(parent)} ${name}`, `the ${word} of each of the ${children} ${prepositionOf(parent)} ${name}`], short: [`${name} ${children} ${word}`, `${word} of ${children} ${prepositionOf(parent)} ${name}`] };
    };
    return { sql: `SELECT ${asked.sql} FROM ${child.sql} WHERE ${belongsTo(relation, named, '')}`, tables: [child, ...ownersRead(relation, named)], ask };
  }, ({ isPlain }) => isPlain),
};

/** The parent of a child that is named: the publisher of a book. */
export const parentLookups: Shape = {
  name: 'parent lookup', topic: 'several tables', weight: 4,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent } = relation;
    const named = drawNamed(draw, child);
    if (named === undefined || parent.naming.length === 0) return undefined;
    const others = draw.random.chance(0.35) ? draw.random.sample(columnsOf(parent, 'email', 'phone', 'city', 'country', 'category'), 1) : [];
    const columns = others.length === 0 ? parent.naming : others;
    const ask = (speaker: Speaker): Ask => {
      const [role, name] = [child === parent ? sayRole(speaker, relation.role) : relation.role, child.isPerson && speaker.random.chance(0.5) ? named.say(speaker) : named.sayFull(speaker)];
      if (others[0] !== undefined) return { isList: false, what: [`the ${sayColumn(speaker, others[0])} of the ${role} of ${name}`], short: [`${sayColumn(speaker, others[0])} of ${role} of ${name}`] };
      return { isList: false, isPerson: parent.isPerson, what: [`the ${role} of ${name}`, ...(child.isPerson ? [`${possessive(name)} ${role}`] : [])], question: [parent.isPerson ? `Who is the ${role} of ${name}?` : `What is the ${role} of ${name}?`, ...(child.isPerson ? [`${parent.isPerson ? 'Who' : 'What'} is ${possessive(name)} ${role}?`] : []), ...(child === parent && isSuperior(relation.role) ? [`Who does ${name} report to?`, `To whom does ${name} report?`] : [])], clause: [`${parent.isPerson ? 'who' : 'what'} the ${role} of ${name} is`], short: [`${role} of ${name}`, `${name} ${role}`] };
    };
    return { sql: `SELECT ${columns.map(({ sql }) => sql).join(', ')} FROM ${parent.sql} WHERE ${parentKey(relation)} IN (SELECT ${childKeys(relation)} FROM ${child.sql} WHERE ${named.sql('')})`, tables: [parent, child], ask };
  }),
};

/** Columns of both sides, side by side. */
export const joins: Shape = {
  name: 'join', topic: 'several tables', weight: 4.5,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent, role } = relation;
    if (child === parent || parent.naming.length === 0) return undefined;
    const [asked] = child.naming.length > 0 && draw.random.chance(0.5) ? child.naming : draw.random.sample(columnsOf(child, ...shown), 1);
    if (asked === undefined) return undefined;
    const isLeft = draw.random.chance(0.2) && relation.isPlain;
    const things: Things = { table: child, conditions: isLeft ? [] : drawConditions(draw, columnConditions(child), draw.random.pick([0, 0, 1]), [`${child.name}.${asked.name}`]) };
    const owners: Things = { table: parent, conditions: relation.isPlain ? drawConditions(draw, columnConditions(parent), draw.random.pick([0, 0, 1])) : [] };
    const [p, c] = [parent.alias, child.alias];
    const where = [...conditionsSql(owners, `${p}.`), ...conditionsSql(things, `${c}.`)];
    const select = [...parent.naming.map(({ sql }) => `${p}.${sql}`), `${c}.${asked.sql}`].join(', ');
    const sql = `SELECT ${select} FROM ${parent.sql} ${p} ${isLeft ? 'LEFT ' : ''}JOIN ${child.sql} ${c} ON ${joinOn(relation, `${c}.`, `${p}.`)}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
    const ask = (speaker: Speaker): Ask => {
      const children = sayThings(speaker, things);
      const [word, who] = [sayColumn(speaker, asked), owners.conditions.length > 0 || isLeft ? sayThings(speaker, owners) : undefined];
      const outer = isLeft ? say(speaker, { plain: [`, including ${parent.plural} without any`, `, also for ${parent.plural} without ${withArticle(child.singular)}`], terse: [`, incl those without`], polite: [`, including those ${parent.plural} that have none`] }) : '';
      const phrase = `the ${word} of ${who === undefined ? 'all' : 'the'} ${children}`;
      if (who === undefined) return { isList: true, what: [`${phrase} with the name of the ${role}`, `the name of the ${role} and the ${word} of all ${children}`], short: [`${role} + ${word} of ${children}`, `${children}: ${role}, ${word}`] };
      return { isList: true, what: [`the ${who} and the ${word} of their ${children}${outer}`, `the name and the ${child.singular} ${word} of the ${who}`.replace(/^the name.*$/, things.conditions.length === 0 && !isLeft ? `the ${who} with the ${word} of each of their ${children}` : `the ${who} and the ${word} of their ${children}${outer}`)], short: [`${who} + ${word} of their ${children}${outer}`] };
    };
    return { sql, tables: [...tablesOf(owners), ...tablesOf(things)], ask };
  }),
};

/** The children of parents that meet a condition, and the parents of children that do, counted by the key. */
export const parentsCounted: Shape = {
  name: 'parents counted', topic: 'several tables', weight: 2.5,
  cells: (lexicon) => relationCells(lexicon, (draw, relation) => {
    const { child, parent } = relation;
    const things = drawOwnThings(draw, child, draw.random.pick([0, 0, 1, 1, 2]));
    const ask = (speaker: Speaker): Ask => {
      const owners = sayTable(speaker, parent, 'plural');
      const some = say(speaker, { plain: [withArticle(sayThings(speaker, things, 'singular')), `at least one ${sayThings(speaker, things, 'singular')}`], terse: [sayThings(speaker, things, 'plural')], polite: [`at least one ${sayThings(speaker, things, 'singular')}`] });
      return { isList: false, what: [`the number of ${owners} with ${some}`], question: [`How many ${owners} have ${some}?`, `How many ${owners} have ${some}?`], clause: [`how many ${owners} have ${some}`], short: [`${owners} with ${some}, count`, `how many ${owners} have ${some}`, `number of ${owners} with ${some}`] };
    };
    return { ...countedParents(relation, things), ask };
  }, ({ isPlain }) => isPlain),
};

/** Different parents of children, counted: by the key where that is one column, else those whose key is among them. */
function countedParents(relation: Relation, things: Things): Pick<Draft, 'sql' | 'tables'> {
  if (relation.columns.length === 1) return { sql: `SELECT COUNT(DISTINCT ${childKeys(relation)}) ${fromThings(things)}`, tables: tablesOf(things) };
  return { sql: `SELECT COUNT(*) FROM ${relation.parent.sql} WHERE ${parentKey(relation)} IN (SELECT ${childKeys(relation)} ${fromThings(things)})`, tables: [relation.parent, ...tablesOf(things)] };
}

/** Rows two keys away: the loans of members of a library in Berlin. */
export const grandparents: Shape = {
  name: 'two keys', topic: 'several tables', weight: 3,
  cells: (lexicon) => lexicon.relations.flatMap((lower) => lexicon.relations.filter((upper) => upper.child === lower.parent && upper.parent !== lower.child && lower.child.kind === 'thing' && upper.child !== upper.parent && lower.isPlain && upper.isPlain).map((upper) => ({
    name: `${lower.child.name}.${lower.column.name}.${upper.column.name}`,
    write: (draw) => {
      const top: Things = { table: upper.parent, conditions: drawConditions(draw, columnConditions(upper.parent), 1) };
      const named = draw.random.chance(0.5) ? drawNamed(draw, upper.parent) : undefined;
      if (named === undefined && top.conditions.length === 0) return undefined;
      const where = named === undefined ? `${childKey(upper)} IN (SELECT ${parentKeys(upper)} FROM ${upper.parent.sql} WHERE ${conditionsSql(top, '').join(' AND ')})` : belongsTo(upper, named, '');
      const isCount = draw.random.chance(0.4);
      const lowest: Things = { table: lower.child, conditions: [] };
      const sql = `SELECT ${isCount ? 'COUNT(*)' : shownSql(lowest)} FROM ${lower.child.sql} WHERE ${childKey(lower)} IN (SELECT ${parentKeys(lower)} FROM ${lower.parent.sql} WHERE ${where})`;
      const ask = (speaker: Speaker): Ask => {
        const phrase = `${sayTable(speaker, lower.child, 'plural')} of ${sayTable(speaker, lower.parent, 'plural')} ${prepositionOf(upper.parent)} ${named === undefined ? sayThings(speaker, top) : named.sayFull(speaker)}`;
        if (isCount) return { isList: false, what: [`the number of ${phrase}`], question: [`How many ${phrase} are there?`], clause: [`how many ${phrase} there are`], short: [`how many ${phrase}`, `count ${phrase}`] };
        return { isList: true, what: [`all ${phrase}`, `the ${phrase}`], question: [`Which ${phrase} are there?`], short: [phrase, `list ${phrase}`] };
      };
      return { sql, tables: [lower.child, lower.parent, ...(named === undefined ? tablesOf(top) : ownersRead(upper, named))], ask };
    },
  }))),
};
