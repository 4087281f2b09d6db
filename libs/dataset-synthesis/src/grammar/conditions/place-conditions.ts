import { quoteLiteral } from '@sqlwright/schema';
import { demonymOf } from '../english/demonyms.ts';
import { joinWords } from '../english/inflect.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { markKnown, say, type Speaker } from '../style/speaker.ts';
import type { ConditionMaker, ConditionWords } from '../things.ts';
import { drawValues } from '../values/draw-value.ts';
import { spokenValue } from './category-conditions.ts';

/** Conditions on a city, state or country: in one, in one of two, elsewhere. */
export function placeConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const about = `${table.name}.${column.name}`;
  const maker = (kind: string, count: number, sql: (literals: readonly string[]) => string, sayIt: (speaker: Speaker, isPerson: boolean, values: readonly string[], column: ColumnEntry) => ConditionWords): ConditionMaker => ({
    name: `${about} ${kind}`, about,
    make: (draw) => {
      const values = drawValues(draw, column, count);
      return values.length < count ? undefined : { about, sql: (q) => `${q}${column.sql} ${sql(values.map(quoteLiteral))}`, say: (speaker) => sayIt(speaker, table.isPerson, values, column) };
    },
  });
  return [
    maker('=', 1, ([literal]) => `= ${literal}`, sayFrom),
    maker('= again', 1, ([literal]) => `= ${literal}`, sayFrom),
    maker('in', 2, (literals) => `IN (${literals.join(', ')})`, sayIn),
    maker('<>', 1, ([literal]) => `<> ${literal}`, (speaker, isPerson, values) => sayElsewhere(speaker, column, isPerson, values)),
  ];
}

/** `Spanish`, of a country that has such a word; else `in Berlin`. */
function sayFrom(speaker: Speaker, isPerson: boolean, values: readonly string[], column: ColumnEntry): ConditionWords {
  const demonym = column.role === 'country' ? demonymOf(values[0] ?? '') : undefined;
  if (demonym === undefined || !speaker.random.chance(0.4)) return sayIn(speaker, isPerson, values, column);
  const adjective = markKnown(speaker.register === 'terse' && speaker.random.chance(0.5) ? demonym.toLowerCase() : demonym);
  return { verb: `are ${adjective}`, before: adjective };
}

/** `in Berlin`, `from Berlin or Paris`. */
export function sayIn(speaker: Speaker, isPerson: boolean, values: readonly string[], column: Pick<ColumnEntry, 'valueNames'> = { valueNames: {} }): ConditionWords {
  const list = joinWords(values.map((value) => sayPlace(speaker, value, column)), 'or');
  if (!isPerson) return { verb: say(speaker, { plain: [`are in ${list}`], terse: [`are in ${list}`], polite: [`are located in ${list}`] }), after: say(speaker, { plain: [`in ${list}`], terse: [`in ${list}`, list], polite: [`located in ${list}`, `in ${list}`] }) };
  return {
    verb: say(speaker, { plain: [`live in ${list}`, `are from ${list}`], terse: [`live in ${list}`], polite: [`live in ${list}`, `are based in ${list}`] }),
    after: say(speaker, { plain: [`from ${list}`, `in ${list}`, `living in ${list}`, `who live in ${list}`], terse: [`in ${list}`, `from ${list}`, list], polite: [`living in ${list}`, `based in ${list}`, `from ${list}`] }),
  };
}

function sayPlace(speaker: Speaker, value: string, column: Pick<ColumnEntry, 'valueNames'>): string {
  return `${/^(USA|US|UK|UAE|Netherlands|Philippines|United .*)$/.test(value) && speaker.register !== 'terse' ? 'the ' : ''}${spokenValue(speaker, value, column)}`.replace(/^the (⟦≈(?!USA|US⟧|UK|UAE|Neth|Phil|United))/, '$1').replace('the ⟦≈the ', 'the ⟦≈');
}

function sayElsewhere(speaker: Speaker, column: ColumnEntry, isPerson: boolean, [value = '']: readonly string[]): ConditionWords {
  const spoken = spokenValue(speaker, value, column);
  const [name] = column.names;
  const verb = isPerson ? `live in a ${name} other than ${spoken}` : `are in a ${name} other than ${spoken}`;
  return { verb, after: say(speaker, { plain: [`in a ${name} other than ${spoken}`, `whose ${name} is not ${spoken}`], terse: [`not in ${spoken}`, `outside ${spoken}`], polite: [`outside of ${spoken}`, `in any ${name} except ${spoken}`] }) };
}
