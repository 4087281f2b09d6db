import { withArticle } from '../english/inflect.ts';
import type { Relation, TableEntry } from '../lexicon/lexicon-types.ts';
import { isSuperior } from '../lexicon/role-words.ts';
import { childKeys, joinOn, parentKey } from '../relation-sql.ts';
import { say, type Speaker } from '../style/speaker.ts';
import type { ConditionMaker } from '../things.ts';

/** Conditions on what a row is to others: employees who lead a project, managers, categories without subcategories. */
export function roleConditions(relation: Relation): ConditionMaker[] {
  const { child, parent, column, isPlain } = relation;
  if (isPlain || child.kind !== 'thing' || (!parent.isPerson && child !== parent)) return [];
  const about = `${parent.name}<${child.name}.${column.name}`;
  const alias = child === parent ? `${child.alias}2` : child.alias;
  return [
    { name: `${about} holds`, about, salience: 0.8, make: () => ({ about, tables: [child], isOfChild: true, sql: (q) => `${parentKey(relation, q)} IN (SELECT ${childKeys(relation)} FROM ${child.sql})`, say: (speaker) => sayHolding(speaker, relation, true) }) },
    { name: `${about} holds none`, about, salience: 0.8, make: () => ({ about, needsAlias: true, tables: [child], sql: (q) => `NOT EXISTS (SELECT 1 FROM ${child.sql} ${alias} WHERE ${joinOn(relation, `${alias}.`, q === '' ? `${parent.alias}.` : q)})`, say: (speaker) => sayHolding(speaker, relation, false) }) },
  ];
}

function sayHolding(speaker: Speaker, { child, parent, role, deed }: Relation, holds: boolean): { verb: string; after?: string } {
  if (deed !== undefined && speaker.random.chance(0.75)) return sayDone(speaker, deed.past, child, holds);
  if (child === parent && parent.isPerson && isSuperior(role)) return { verb: say(speaker, holds ? { plain: ['have direct reports', 'manage somebody', 'are managers'], terse: ['manage someone', 'are managers'], polite: ['are somebody\'s manager', 'have people reporting to them'] } : { plain: ['manage nobody', 'have no direct reports'], terse: ['have no reports', 'are no managers'], polite: ['do not manage anybody', 'have nobody reporting to them'] }) };
  if (child === parent) return { verb: holds ? `have sub${parent.plural}` : `have no sub${parent.plural}`, after: holds ? `with sub${parent.plural}` : `without sub${parent.plural}` };
  const one = withArticle(child.singular);
  return { verb: say(speaker, holds ? { plain: [`are the ${role} of ${one}`], terse: [`are ${role} of ${one}`], polite: [`are the ${role} of at least one ${child.singular}`] } : { plain: [`are not the ${role} of any ${child.singular}`], terse: [`are ${role} of no ${child.singular}`], polite: [`are not the ${role} of a single ${child.singular}`] }) };
}

/** `took a booking`, `never took a booking`. */
function sayDone(speaker: Speaker, past: string, { singular, plural }: TableEntry, holds: boolean): { verb: string } {
  const [one, several] = [withArticle(singular), plural];
  return { verb: say(speaker, holds ? { plain: [`${past} ${one}`, `${past} any ${several}`, `${past} some ${several}`], terse: [`${past} ${several}`], polite: [`${past} at least one ${singular}`] } : { plain: [`never ${past} ${one}`, `${past} no ${several}`], terse: [`never ${past} ${one}`, `${past} no ${several}`], polite: [`never ${past} a single ${singular}`, `${past} no ${several} at all`] }) };
}
