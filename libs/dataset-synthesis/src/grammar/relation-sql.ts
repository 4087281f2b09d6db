import type { Relation } from './lexicon/lexicon-types.ts';

/** The columns of a key, for SELECT and GROUP BY: `order_id, line_no`. @param qualifier empty, or an alias with its dot */
export function childKeys({ columns }: Pick<Relation, 'columns'>, qualifier = ''): string {
  return columns.map(({ sql }) => `${qualifier}${sql}`).join(', ');
}

/** The parent's columns of a key, for SELECT and GROUP BY. */
export function parentKeys(relation: Pick<Relation, 'parentKeys'>, qualifier = ''): string {
  return relation.parentKeys.map((sql) => `${qualifier}${sql}`).join(', ');
}

/** A key as the left side of IN: one column, or a row of several. */
export function childKey(relation: Pick<Relation, 'columns'>, qualifier = ''): string {
  return asRow(childKeys(relation, qualifier), relation.columns.length);
}

/** The parent's side of a key as the left side of IN. */
export function parentKey(relation: Pick<Relation, 'parentKeys'>, qualifier = ''): string {
  return asRow(parentKeys(relation, qualifier), relation.parentKeys.length);
}

/** The condition of a join: `l.order_id = o.order_id`, several with AND. @param child alias of the child with its dot */
export function joinOn({ columns, parentKeys: keys }: Pick<Relation, 'columns' | 'parentKeys'>, child: string, parent: string): string {
  return columns.map(({ sql }, index) => `${child}${sql} = ${parent}${keys[index]}`).join(' AND ');
}

/** The same where the parent is what is joined: `m.member_id = l.member_id`. */
export function joinParentOn({ columns, parentKeys: keys }: Pick<Relation, 'columns' | 'parentKeys'>, child: string, parent: string): string {
  return columns.map(({ sql }, index) => `${parent}${keys[index]} = ${child}${sql}`).join(' AND ');
}

/** What a condition must say so that the key is there. */
export function keyIsThere({ columns }: Pick<Relation, 'columns'>): string[] {
  return columns.filter(({ nullable }) => nullable).map(({ sql }) => `${sql} IS NOT NULL`);
}

function asRow(list: string, length: number): string {
  return length === 1 ? list : `(${list})`;
}
