import { withArticle } from '../english/inflect.ts';
import type { ColumnEntry, Relation } from '../lexicon/lexicon-types.ts';
import { childKeys, joinOn, parentKey } from '../relation-sql.ts';
import { say } from '../style/speaker.ts';
import { sayColumn, type ConditionMaker } from '../things.ts';

/** Conditions on the e-mail address or phone number of people whose addresses and numbers lie in a table of their own. */
export function ownedConditions(relation: Relation): ConditionMaker[] {
  const { child, parent, isPlain } = relation;
  if (!isPlain || !parent.isPerson || child.isPerson || child.kind !== 'thing') return [];
  const isOwn = ({ role }: ColumnEntry): boolean => (role === 'email' || role === 'phone') && !parent.columns.some((column) => column.role === role);
  return child.columns.filter(isOwn).flatMap((column) => makersOf(relation, column));
}

function makersOf(relation: Relation, column: ColumnEntry): ConditionMaker[] {
  const { child, parent } = relation;
  const about = `${parent.name}<${child.name}.${column.name}`;
  const base = { about, tables: [child] } as const;
  return [
    {
      name: `${about} lacking`, about, weight: 1.5,
      make: () => ({
        ...base, needsAlias: true,
        sql: (q) => `NOT EXISTS (SELECT 1 FROM ${child.sql} ${child.alias} WHERE ${joinOn(relation, `${child.alias}.`, q === '' ? `${parent.alias}.` : q)} AND ${child.alias}.${column.sql} IS NOT NULL)`,
        say: (speaker) => {
          const name = sayColumn(speaker, column);
          return { verb: say(speaker, { plain: [`have no ${name}`], terse: [`have no ${name}`], polite: [`have no ${name} on file`, `lack ${withArticle(name)}`] }), after: say(speaker, { plain: [`without ${withArticle(name)}`, `with no ${name}`], terse: [`no ${name}`, `without ${name}`, `${name} missing`], polite: [`without ${withArticle(name)} on file`] }) };
        },
      }),
    },
    {
      name: `${about} given`, about, weight: 0.8,
      make: () => ({
        ...base, isOfChild: true,
        sql: (q) => `${parentKey(relation, q)} IN (SELECT ${childKeys(relation)} FROM ${child.sql} WHERE ${column.sql} IS NOT NULL)`,
        say: (speaker) => {
          const name = sayColumn(speaker, column);
          return { verb: `have ${withArticle(name)}`, after: say(speaker, { plain: [`with ${withArticle(name)}`], terse: [`with ${name}`], polite: [`with ${withArticle(name)} on file`] }) };
        },
      }),
    },
  ];
}
