import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import type { ConditionMaker } from '../things.ts';
import { ageConditions } from './age-conditions.ts';
import { birthdayConditions } from './birthday-conditions.ts';
import { categoryConditions } from './category-conditions.ts';
import { flagConditions } from './flag-conditions.ts';
import { missingConditions, undoneConditions } from './missing-conditions.ts';
import { birthConditions, momentConditions } from './moment-conditions.ts';
import { numberConditions, yearConditions } from './number-conditions.ts';
import { pairConditions } from './pair-conditions.ts';
import { placeConditions } from './place-conditions.ts';
import { stateConditions } from './state-conditions.ts';
import { tenureConditions } from './tenure-conditions.ts';
import { textConditions } from './text-conditions.ts';

/**
 * How often a kind of condition is drawn, by the end of its name; what is simple comes more often. There are some thirty ways to speak of a date and one
 * to name a kind, so that each of the former has to weigh little for the latter to be asked for most, as it is by people.
 */
const kindWeights: Readonly<Record<string, number>> = {
  '=': 10, '= again': 4, in: 1.2, '<>': 1, true: 5, false: 3, '>': 4, '<': 4, '>=': 1, '<=': 0.8, between: 1, missing: 1.2, there: 0.25, older: 9, younger: 7, 'at least': 2.5, exactly: 1,
  year: 3, 'before year': 1.2, 'after year': 1.2, 'since year': 1, years: 0.8, month: 1.6, 'any month': 0.8, quarter: 0.5, weekday: 0.5, day: 0.7, 'before day': 0.6, 'since day': 0.7, days: 0.6, 'since month': 0.8,
  today: 0.8, yesterday: 0.6, 'this week': 1, 'this month': 1.6, 'this year': 2, 'last week': 1, 'last month': 1.6, 'last year': 1.8, 'last days': 1.6, 'last weeks': 0.6, 'last months': 1, 'last years': 0.8, 'long ago': 0.7, longer: 3, shorter: 1.5, 'next days': 0.8, past: 1, coming: 1,
  'birthday this month': 1, 'birthday next month': 0.4, 'birthday today': 0.6, 'birthday in month': 0.8, turns: 0.4, decade: 0.5, 'next week': 0.6, 'next month': 0.5, 'next year': 0.3, unknown: 0.3,
  begins: 0.8, contains: 1, ends: 1.2, 'last name': 0.8, 'first name': 1,
};

const made = new WeakMap<TableEntry, ConditionMaker[]>();

/** All conditions on the columns of a table. */
export function columnConditions(table: TableEntry): ConditionMaker[] {
  const known = made.get(table) ?? makeConditions(table);
  made.set(table, known);
  return known;
}

function makeConditions(table: TableEntry): ConditionMaker[] {
  const states = stateConditions(table);
  return [...states, ...undoneConditions(table), ...pairConditions(table), ...table.columns.flatMap((column) => {
    const missing = column.role === 'key' || table.naming.includes(column) ? [] : missingConditions(table, column);
    return [...valueConditions(table, column), ...missing].map((maker) => weighted(maker, column));
  })];
}

function weighted(maker: ConditionMaker, { role, table, name, salience }: ColumnEntry): ConditionMaker {
  const kind = maker.name.slice(`${table}.${name} `.length);
  const isTelling = kind === 'missing' && (role === 'email' || role === 'phone');
  return { salience, weight: isTelling ? 3 : kindWeights[kind] ?? 1, ...maker };
}

function valueConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  switch (column.role) {
    case 'category': return categoryConditions(table, column);
    case 'flag': return flagConditions(table, column);
    case 'city': case 'state': case 'country': return placeConditions(table, column);
    case 'amount': case 'quantity': case 'measure': return numberConditions(table, column);
    case 'year': return yearConditions(table, column);
    case 'birth': return [...ageConditions(table, column), ...birthConditions(table, column), ...birthdayConditions(table, column)];
    case 'moment': return [...momentConditions(table, column), ...tenureConditions(table, column)];
    case 'name': case 'firstName': case 'lastName': case 'email': case 'phone': case 'postalCode': case 'street': return textConditions(table, column);
    default: return [];
  }
}
