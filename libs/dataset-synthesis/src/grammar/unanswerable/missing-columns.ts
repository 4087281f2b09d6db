import { columnConditions } from '../conditions/column-conditions.ts';
import { drawNamed } from '../conditions/named.ts';
import type { Draw } from '../draw.ts';
import { possessive, pluralOf, withArticle } from '../english/inflect.ts';
import type { TableEntry } from '../lexicon/lexicon-types.ts';
import { askedTables, type Ask, type Draft, type Shape } from '../shapes/shape.ts';
import { mark, type Speaker } from '../style/speaker.ts';
import { drawConditions, sayTable, sayThings } from '../things.ts';
import { personConcepts, thingConcepts, type Concept } from './concepts.ts';
import { domainConcepts } from './domain-concepts.ts';

/** Columns that the tables could have but have not. */
export function missingColumns(vocabulary: string): Shape {
  const absent = (concepts: readonly Concept[]): Concept[] => concepts.filter(({ traces }) => !traces.test(vocabulary));
  return {
    name: 'missing column', topic: 'beyond the schema: columns', weight: 7,
    cells: (lexicon) => askedTables(lexicon).flatMap((table) => [...absent(table.isPerson ? personConcepts : thingConcepts).map((concept) => ({ concept, weight: table.isPerson ? 1 : 0.4 })), ...absent(domainConcepts(table.singular)).map((concept) => ({ concept, weight: 2 }))].map(({ concept, weight }) => ({ name: `${table.name} ${concept.noun}`, weight: weight * table.salience, write: (draw: Draw) => draft(draw, table, concept) }))),
  };
}

function draft(draw: Draw, table: TableEntry, { noun, isNumber }: Concept): Draft | undefined {
  const things = { table, conditions: drawConditions(draw, columnConditions(table), draw.random.chance(0.35) ? 1 : 0) };
  const named = drawNamed(draw, table);
  const bound = draw.random.pick([3, 5, 10, 50, 100, 1000]);
  const forms: readonly ((speaker: Speaker) => Ask)[] = [
    ...(named === undefined ? [] : [(speaker: Speaker): Ask => {
      const name = named.say(speaker);
      const owner = table.isPerson && !name.startsWith('the ') ? [`${possessive(name)} ${noun}`] : [];
      return { isList: false, what: [`the ${noun} of ${name}`, ...owner], question: [`What is the ${noun} of ${name}?`], clause: [`what the ${noun} of ${name} is`], short: [`${name} ${noun}`, `${noun} of ${name}`] };
    }]),
    (speaker) => ({ isList: true, what: [`all ${sayThings(speaker, things)} sorted by ${noun}`, `the ${sayTable(speaker, table, 'plural')} ordered by ${noun}`], short: [`${sayThings(speaker, things)} by ${noun}`, `${sayTable(speaker, table, 'plural')} sorted by ${noun}`] }),
    (speaker) => ({ isList: true, what: [`all ${sayTable(speaker, table, 'plural')} without ${withArticle(noun)}`, `the ${sayTable(speaker, table, 'plural')} with ${withArticle(noun)} on file`], question: [`Which ${sayTable(speaker, table, 'plural')} have no ${noun}?`, `Which ${sayTable(speaker, table, 'plural')} have ${withArticle(noun)}?`], clause: [`which ${sayTable(speaker, table, 'plural')} have no ${noun}`], short: [`${sayTable(speaker, table, 'plural')} without ${noun}`, `${sayTable(speaker, table, 'plural')} no ${noun}`] }),
    ...(isNumber ? [(speaker: Speaker): Ask => ({ isList: true, what: [`the ${sayTable(speaker, table, 'plural')} with ${withArticle(noun)} above the average`], question: [`Which ${sayTable(speaker, table, 'plural')} have ${withArticle(noun)} of more than ${mark(bound)}?`], clause: [`which ${sayTable(speaker, table, 'plural')} have ${withArticle(noun)} over ${mark(bound)}`], short: [`${sayTable(speaker, table, 'plural')} ${noun} > ${mark(bound)}`, `${sayTable(speaker, table, 'plural')} with ${noun} under ${mark(bound)}`] })] : []),
    (speaker) => ({ isList: true, what: [`all ${sayThings(speaker, things)} with their ${noun}`, `the ${pluralOf(noun)} of all ${sayThings(speaker, things)}`], short: [`${sayThings(speaker, things)} with ${noun}`, `${noun} of ${sayThings(speaker, things)}`] }),
    isNumber
      ? (speaker) => ({ isList: false, what: [`the average ${noun} of ${sayThings(speaker, things)}`], short: [`avg ${noun} of ${sayThings(speaker, things)}`, `average ${noun} ${sayThings(speaker, things)}`] })
      : (speaker) => ({ isList: true, what: [`the number of ${sayThings(speaker, things)} per ${noun}`], question: [`How many ${sayThings(speaker, things)} are there per ${noun}?`], clause: [`how many ${sayThings(speaker, things)} there are for each ${noun}`], short: [`${sayThings(speaker, things)} by ${noun}`] }),
    isNumber
      ? (speaker) => ({ isList: false, what: [`the ${sayTable(speaker, table, 'singular')} with the highest ${noun}`], question: [`Which ${sayTable(speaker, table, 'singular')} has the highest ${noun}?`], clause: [`which ${sayTable(speaker, table, 'singular')} has the highest ${noun}`], short: [`highest ${noun} ${sayTable(speaker, table, 'singular')}`, `${sayTable(speaker, table, 'singular')} with highest ${noun}`] })
      : (speaker) => ({ isList: false, what: [`the number of ${sayTable(speaker, table, 'plural')} with ${withArticle(noun)}`], question: [`How many ${sayTable(speaker, table, 'plural')} have ${withArticle(noun)}?`], short: [`${sayTable(speaker, table, 'plural')} with ${noun}, count`] }),
  ];
  return { sql: '', tables: [], ask: draw.random.pick(forms) };
}
