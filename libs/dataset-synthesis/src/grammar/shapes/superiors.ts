import type { Draw } from '../draw.ts';
import type { Lexicon, Relation } from '../lexicon/lexicon-types.ts';
import { childKeys, joinOn, joinParentOn, parentKey, parentKeys } from '../relation-sql.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import { sayColumn, sayTable } from '../things.ts';
import { isSuperior, sayRole } from '../lexicon/role-words.ts';
import { columnsOf, measured, type Ask, type Cell, type Draft, type Shape } from './shape.ts';

/** A table that refers to itself: employees with their managers, how many each has, who earns more. */
export const superiors: Shape = {
  name: 'superior', topic: 'per parent', weight: 1.8,
  cells: (lexicon) => selfRelations(lexicon).flatMap((relation): Cell[] => [
    { name: `${relation.column.name} beside`, write: () => beside(relation) },
    { name: `${relation.column.name} counted`, write: (draw) => counted(draw, relation) },
    { name: `${relation.column.name} many`, write: (draw) => many(draw, relation) },
    { name: `${relation.column.name} more than`, write: (draw) => moreThan(draw, relation) },
  ]),
};

function selfRelations({ relations }: Lexicon): Relation[] {
  return relations.filter(({ child, parent }) => child === parent && child.naming.length > 0);
}

/** The table's alias where it stands for the lower of the two, and for the upper. */
function aliasesOf({ child }: Relation): [low: string, high: string] {
  return [child.alias, `${child.alias}2`];
}

const names = ({ child }: Relation, alias: string): string => child.naming.map(({ sql }) => `${alias}.${sql}`).join(', ');

/** What people are to those of other roles than a superior's. */
const lowers: readonly (readonly [RegExp, readonly string[]])[] = [[/refer/, ['referrals']], [/mentor/, ['mentees']], [/parent|guardian|father|mother/, ['children']], [/tutor|coach|trainer/, ['trainees']]];

function lowerWords(speaker: Speaker, { child, role }: Relation): string {
  if (!child.isPerson) return `sub${child.plural}`;
  if (isSuperior(role)) return say(speaker, { plain: ['direct reports', 'subordinates'], terse: ['reports', 'direct reports'], polite: ['direct reports', 'people reporting to them'] });
  return speaker.random.pick(lowers.find(([pattern]) => pattern.test(role))?.[1] ?? [child.plural]);
}

function beside(relation: Relation): Draft {
  const [low, high] = aliasesOf(relation);
  const { child } = relation;
  const ask = (speaker: Speaker): Ask => {
    const role = sayRole(speaker, relation.role);
    const all = sayTable(speaker, child, 'plural');
    return { isList: true, what: [`all ${all} with their ${role}`, `the ${all} and the name of their ${role}`, `each ${child.singular} with its ${role}`.replace('its', child.isPerson ? 'their' : 'its')], short: [`${all} with ${role}`, `${all} and their ${role}`] };
  };
  return { sql: `SELECT ${names(relation, low)}, ${names(relation, high)} FROM ${child.sql} ${low} JOIN ${child.sql} ${high} ON ${joinParentOn(relation, `${low}.`, `${high}.`)}`, tables: [child], ask };
}

function counted(draw: Draw, relation: Relation): Draft {
  const [high, low] = aliasesOf(relation);
  const { child } = relation;
  const isTop = draw.random.chance(0.4);
  const ask = (speaker: Speaker): Ask => {
    const role = sayRole(speaker, relation.role);
    const lower = lowerWords(speaker, relation);
    if (isTop) return { isList: false, isPerson: child.isPerson, what: [`the ${role} with the most ${lower}`], question: [`Which ${role} has the most ${lower}?`], clause: [`which ${role} has the most ${lower}`], short: [`${role} with most ${lower}`] };
    return { isList: true, what: [`the number of ${lower} per ${role}`, `each ${role} with the number of ${lower}`], question: [`How many ${lower} does each ${role} have?`], clause: [`how many ${lower} each ${role} has`], short: [`${lower} per ${role}`, `number of ${lower} by ${role}`] };
  };
  return { sql: `SELECT ${names(relation, high)}${isTop ? '' : ', COUNT(*)'} FROM ${child.sql} ${high} JOIN ${child.sql} ${low} ON ${joinOn(relation, `${low}.`, `${high}.`)} GROUP BY ${parentKeys(relation, `${high}.`)}, ${names(relation, high)}${isTop ? ' ORDER BY COUNT(*) DESC FETCH FIRST 1 ROW WITH TIES' : ''}`, tables: [child], ask };
}

function many(draw: Draw, relation: Relation): Draft {
  const { child } = relation;
  const number = draw.random.integer(1, 8);
  const ask = (speaker: Speaker): Ask => {
    const role = sayRole(speaker, relation.role);
    const phrase = `with more than ${mark(number)} ${lowerWords(speaker, relation)}`;
    return { isList: true, what: [`all ${role}s ${phrase}`, `the ${role}s ${phrase}`], question: [`Which ${role}s have ${phrase.slice(5)}?`], clause: [`which ${role}s have ${phrase.slice(5)}`], short: [`${role}s ${phrase}`] };
  };
  return { sql: `SELECT ${child.naming.map(({ sql }) => sql).join(', ')} FROM ${child.sql} WHERE ${parentKey(relation)} IN (SELECT ${childKeys(relation)} FROM ${child.sql} GROUP BY ${childKeys(relation)} HAVING COUNT(*) > ${number})`, tables: [child], ask };
}

function moreThan(draw: Draw, relation: Relation): Draft | undefined {
  const { child } = relation;
  const [column] = draw.random.sample(columnsOf(child, ...measured, 'birth'), 1);
  if (column === undefined) return undefined;
  const [low, high] = aliasesOf(relation);
  const isMore = draw.random.chance(0.7);
  const ask = (speaker: Speaker): Ask => {
    const role = sayRole(speaker, relation.role);
    const [all, word] = [sayTable(speaker, child, 'plural'), sayColumn(speaker, column)];
    const than = column.role === 'birth' ? `${isMore ? 'older' : 'younger'} than their ${role}` : `with a ${isMore ? 'higher' : 'lower'} ${word} than their ${role}`;
    const earning = /salary|wage|pay/.test(column.names[0]) ? [`Which ${all} earn ${isMore ? 'more' : 'less'} than their ${role}?`] : [];
    return { isList: true, what: [`all ${all} ${than}`, `the ${all} ${than}`], question: [`Which ${all} are ${than}?`.replace('are with', 'have'), ...earning], clause: [`which ${all} are ${than}`.replace('are with', 'have')], short: [`${all} ${than}`] };
  };
  const sign = (column.role === 'birth') === isMore ? '<' : '>';
  return { sql: `SELECT ${names(relation, low)} FROM ${child.sql} ${low} JOIN ${child.sql} ${high} ON ${joinParentOn(relation, `${low}.`, `${high}.`)} WHERE ${low}.${column.sql} ${sign} ${high}.${column.sql}`, tables: [child], ask };
}
