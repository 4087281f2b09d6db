import type { ColumnEntry, Lexicon, Relation } from '../lexicon/lexicon-types.ts';
import { parentKeys } from '../relation-sql.ts';
import type { Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';
import { leftJoinedChildren } from './children.ts';
import { columnsOf, type Ask, type Cell, type Shape } from './shape.ts';

/** What is to be paid, and the table of what was paid for it. */
interface Account {
  readonly relation: Relation;
  readonly due: ColumnEntry;
  readonly amount: ColumnEntry;
}

/** What is not fully paid, what is, and what is still open: the price of a booking against the sum of its payments. */
export const settled: Shape = {
  name: 'settled', topic: 'comparisons', weight: 0.8,
  cells: (lexicon) => accountsOf(lexicon).flatMap((account) => [stateCell(account), openCell(account)]),
};

function accountsOf({ relations }: Lexicon): Account[] {
  return relations.filter(({ child, isPlain }) => isPlain && /\b(payment|instalment|installment|receipt)$/.test(child.singular)).flatMap((relation) => {
    const due = columnsOf(relation.parent, 'amount').find(({ names: [name] }) => /^(total|total price|total amount|amount|price|amount due|sum|total cost|fee)$/.test(name));
    const amount = columnsOf(relation.child, 'amount').find(({ names: [name] }) => /^(amount|amount paid|paid amount|sum|total)$/.test(name));
    return due === undefined || amount === undefined ? [] : [{ relation, due, amount }];
  });
}

function partsOf({ relation, due, amount }: Account): { shown: string; from: string; by: string; paid: string; owed: string } {
  const { child, parent } = relation;
  const [p, c] = [parent.alias, child.alias];
  const keys = parentKeys(relation, `${p}.`);
  const names = parent.naming.map(({ sql }) => `${p}.${sql}`).join(', ');
  return {
    shown: names === '' ? keys : names, from: leftJoinedChildren(relation, { table: child, conditions: [] }),
    by: `GROUP BY ${[...new Set([keys, ...(names === '' ? [] : [names]), `${p}.${due.sql}`])].join(', ')}`, paid: `COALESCE(SUM(${c}.${amount.sql}), 0)`, owed: `${p}.${due.sql}`,
  };
}

function stateCell(account: Account): Cell {
  const { parent, child } = account.relation;
  return {
    name: `${parent.name} ${child.name} state`,
    write: (draw) => {
      const sign = draw.random.pick(['<', '<', '<', '>=', '>'] as const);
      const { shown, from, by, paid, owed } = partsOf(account);
      const ask = (speaker: Speaker): Ask => {
        const all = sayTable(speaker, parent, 'plural');
        const [state, ...others] = { '<': ['not fully paid', 'not paid in full', 'not completely paid yet'], '>=': ['fully paid', 'paid in full', 'completely paid'], '>': ['overpaid'] }[sign];
        const word = speaker.random.pick([state ?? '', ...others]);
        return { isList: true, what: [`the ${all} that are ${word}`, ...(sign === '<' ? [`the ${all} with something left to pay`, `all ${all} with money still owed`] : [])], question: [`Which ${all} are ${word}?`, ...(sign === '<' ? [`Which ${all} still have something to pay?`] : [])], clause: [`which ${all} are ${word}`], short: [`${all} ${word}`, `${word} ${all}`].slice(0, sign === '<' ? 1 : 2) };
      };
      return { sql: `SELECT ${shown} ${from} ${by} HAVING ${paid} ${sign} ${owed}`, tables: [parent, child], ask };
    },
  };
}

function openCell(account: Account): Cell {
  const { parent, child } = account.relation;
  return {
    name: `${parent.name} ${child.name} open`,
    write: () => {
      const { shown, from, by, paid, owed } = partsOf(account);
      const ask = (speaker: Speaker): Ask => {
        const one = sayTable(speaker, parent, 'singular');
        return { isList: true, what: [`the amount still to be paid for each ${one}`, `what is left to pay for each ${one}`], question: [`How much is still to be paid for each ${one}?`], clause: [`how much is still to be paid for each ${one}`], short: [`open amount per ${one}`, `outstanding amount per ${one}`, `still to pay per ${one}`] };
      };
      return { sql: `SELECT ${shown}, ${owed} - ${paid} ${from} ${by}`, tables: [parent, child], ask };
    },
  };
}
