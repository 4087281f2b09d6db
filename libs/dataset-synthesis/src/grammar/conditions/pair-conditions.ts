import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { say, type Wordings } from '../style/speaker.ts';
import type { ConditionMaker, ConditionWords } from '../things.ts';

/** Two numbers of a row that people hold against each other, and what they say where the first is the lower, or not lower, or the higher. */
interface Pair {
  readonly first: RegExp;
  readonly second: RegExp;
  readonly below?: readonly string[];
  readonly full?: readonly string[];
  readonly above?: readonly string[];
}

const pairs: readonly Pair[] = [
  { first: /^(stock|stock level|stock quantity|quantity in stock|units in stock|in stock|quantity on hand|on hand|quantity|inventory|current stock)$/, second: /^(reorder|minimum|min|safety)( stock)?( level| point| quantity| threshold)?$/, below: ['below the reorder level', 'that need reordering', 'running low', 'that are low on stock'] },
  { first: /^(paid|paid amount|amount paid|paid so far)$/, second: /^(total|amount|total amount|amount due|price|total price|sum)$/, below: ['not fully paid', 'that are not fully paid yet', 'with something left to pay'], full: ['paid in full', 'that are fully paid'] },
  { first: /^(enrolled|registered|booked|sold|taken|occupied|attendees|participants|current|number of)( \w+)?( count)?$/, second: /^(capacity|seats|places|maximum \w+|max \w+|seat limit|limit)$/, below: ['with free places', 'that still have places', 'that are not full'], full: ['that are full', 'with no places left', 'fully booked'], above: ['that are overbooked', 'over capacity'] },
  { first: /^actual( \w+)*$/, second: /^(planned|estimated|expected|budgeted|target)( \w+)*$/, below: ['below the estimate', 'below plan'], above: ['above the estimate', 'over plan'] },
  { first: /^(spent|cost|actual cost|total cost|costs|expenses)$/, second: /^(budget|planned budget|allotted budget)$/, below: ['within budget', 'under budget'], above: ['over budget', 'that went over budget'] },
  { first: /^(price|unit price|sale price|selling price|list price)$/, second: /^(cost|unit cost|purchase price|cost price)$/, below: ['sold below cost', 'that sell below their cost'] },
];

/** Conditions that compare two numbers of one row: products below their reorder level, projects over budget. */
export function pairConditions(table: TableEntry): ConditionMaker[] {
  const numbers = table.columns.filter(({ role }) => role === 'amount' || role === 'quantity' || role === 'measure');
  return pairs.flatMap((pair) => {
    const second = numbers.find(({ names: [name] }) => pair.second.test(name));
    const first = numbers.find((column) => column !== second && pair.first.test(column.names[0]));
    if (first === undefined || second === undefined) return [];
    return [
      ...(pair.below === undefined ? [] : [maker(table, first, second, '<', pair.below)]),
      ...(pair.full === undefined ? [] : [maker(table, first, second, '>=', pair.full)]),
      ...(pair.above === undefined ? [] : [maker(table, first, second, '>', pair.above)]),
    ];
  });
}

function maker(table: TableEntry, first: ColumnEntry, second: ColumnEntry, sign: '<' | '>=' | '>', phrases: readonly string[]): ConditionMaker {
  const about = `${table.name}.${first.name} ${second.name}`;
  return {
    name: `${about} ${sign}`, about, salience: 1.2,
    make: () => ({
      about, sql: (q) => `${q}${first.sql} ${sign} ${q}${second.sql}`,
      say: (speaker): ConditionWords => {
        const plain = `whose ${first.names[0]} is ${sign === '<' ? 'below' : sign === '>' ? 'above' : 'at least'} the ${second.names[0]}`;
        const wordings: Wordings = { plain: [...phrases, plain], terse: phrases, polite: [...phrases, plain] };
        const after = say(speaker, wordings);
        return { verb: after === plain ? `have a ${first.names[0]} ${plain.split(' is ')[1]}` : after.replace(/^that /, '').replace(/^with /, 'have ').replace(/^(below|within|under|over|not fully|paid|fully|running|sold|above)\b/, 'are $1'), after };
      },
    }),
  };
}
