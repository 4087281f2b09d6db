import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import type { ConditionMaker } from '../things.ts';
import { ageConditions } from './age-conditions.ts';
import { categoryConditions } from './category-conditions.ts';
import { flagConditions } from './flag-conditions.ts';
import { missingConditions } from './missing-conditions.ts';
import { birthConditions, momentConditions } from './moment-conditions.ts';
import { numberConditions, yearConditions } from './number-conditions.ts';
import { placeConditions } from './place-conditions.ts';
import { textConditions } from './text-conditions.ts';

/** All conditions on the columns of a table. */
export function columnConditions(table: TableEntry): ConditionMaker[] {
  return table.columns.flatMap((column) => [...valueConditions(table, column), ...(column.role === 'key' || table.naming.includes(column) ? [] : missingConditions(table, column))]);
}

function valueConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  switch (column.role) {
    case 'category': return categoryConditions(table, column);
    case 'flag': return flagConditions(table, column);
    case 'city': case 'state': case 'country': return placeConditions(table, column);
    case 'amount': case 'quantity': case 'measure': return numberConditions(table, column);
    case 'year': return yearConditions(table, column);
    case 'birth': return [...ageConditions(table, column), ...birthConditions(table, column)];
    case 'moment': return momentConditions(table, column);
    case 'name': case 'firstName': case 'lastName': case 'email': case 'phone': case 'postalCode': case 'street': return textConditions(table, column);
    default: return [];
  }
}
