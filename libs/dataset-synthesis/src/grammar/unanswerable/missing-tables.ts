import { drawNamed } from '../conditions/named.ts';
import type { Draw } from '../draw.ts';
import { pluralOf, withArticle } from '../english/inflect.ts';
import type { TableEntry } from '../lexicon/lexicon-types.ts';
import { askedTables, type Ask, type Draft, type Shape } from '../shapes/shape.ts';
import type { Speaker } from '../style/speaker.ts';
import { sayTable } from '../things.ts';
import { relativeSpans } from '../conditions/relative-spans.ts';
import { absoluteSpans } from '../conditions/spans.ts';
import { tableConcepts } from './concepts.ts';

/** Tables that the database could have but has not. */
export function missingTables(vocabulary: string): Shape {
  const absent = tableConcepts.filter(({ traces }) => !traces.test(vocabulary));
  return {
    name: 'missing table', topic: 'beyond the schema: tables', weight: 4,
    cells: (lexicon) => absent.flatMap(({ noun }) => askedTables(lexicon).map((table) => ({ name: `${noun} ${table.name}`, write: (draw: Draw) => draft(draw, noun, table) }))),
  };
}

function draft(draw: Draw, noun: string, table: TableEntry): Draft {
  const plural = pluralOf(noun);
  const named = drawNamed(draw, table);
  const spans = [...Object.values(relativeSpans(false)), ...Object.values(absoluteSpans({ role: 'moment', type: 'timestamp' }))];
  const span = draw.random.pick(spans)(draw);
  const forms: readonly ((speaker: Speaker) => Ask)[] = [
    () => ({ isList: false, what: [`the number of ${plural}`, `the total number of ${plural}`], question: [`How many ${plural} are there?`, `How many ${plural} do we have?`], clause: [`how many ${plural} there are`, `how many ${plural} we have`], short: [`how many ${plural}`, `${plural} count`, `number of ${plural}`] }),
    () => ({ isList: true, what: [`all ${plural}`, `the ${plural}`], question: [`Which ${plural} are there?`, `Which ${plural} do we have?`], clause: [`which ${plural} there are`], short: [`all ${plural}`, plural, `list ${plural}`] }),
    () => ({ isList: false, what: [`the latest ${noun}`, `the most recent ${noun}`], question: [`Which ${noun} was created last?`, `When was the last ${noun}?`], clause: [`when the last ${noun} was`], short: [`last ${noun}`, `latest ${noun}`] }),
    (speaker) => ({ isList: true, what: [`the ${sayTable(speaker, table, 'plural')} without ${withArticle(noun)}`], question: [`Which ${sayTable(speaker, table, 'plural')} have no ${noun}?`], clause: [`which ${sayTable(speaker, table, 'plural')} have no ${noun}`], short: [`${sayTable(speaker, table, 'plural')} w/o ${noun}`, `${sayTable(speaker, table, 'plural')} without ${plural}`] }),
    (speaker) => ({ isList: false, question: [`Which ${sayTable(speaker, table, 'singular')} has the most ${plural}?`], clause: [`which ${sayTable(speaker, table, 'singular')} has the most ${plural}`], short: [`${sayTable(speaker, table, 'singular')} with most ${plural}`, `top ${sayTable(speaker, table, 'singular')} by ${plural}`] }),
    (speaker) => ({ isList: false, what: [`the number of ${plural} created ${span.say(speaker)}`], question: [`How many ${plural} were created ${span.say(speaker)}?`], clause: [`how many ${plural} were created ${span.say(speaker)}`], short: [`${plural} created ${span.say(speaker)}`, `count ${plural} ${span.say(speaker)}`] }),
    (speaker) => ({ isList: true, what: [`all ${plural} ${span.say(speaker)}`], question: [`Which ${plural} were created ${span.say(speaker)}?`, `Which ${plural} were added ${span.say(speaker)}?`], short: [`${plural} ${span.say(speaker)}`, `list ${plural} ${span.say(speaker)}`] }),
    (speaker) => ({ isList: true, what: [`the number of ${plural} per ${sayTable(speaker, table, 'singular')}`], question: [`How many ${plural} does each ${sayTable(speaker, table, 'singular')} have?`], clause: [`how many ${plural} each ${sayTable(speaker, table, 'singular')} has`], short: [`${plural} per ${sayTable(speaker, table, 'singular')}`] }),
    (speaker) => ({ isList: true, what: [`the ${sayTable(speaker, table, 'plural')} with ${withArticle(noun)}`], question: [`Which ${sayTable(speaker, table, 'plural')} have ${withArticle(noun)}?`], clause: [`which ${sayTable(speaker, table, 'plural')} have ${withArticle(noun)}`], short: [`${sayTable(speaker, table, 'plural')} with ${plural}`] }),
    ...(named === undefined ? [] : [(speaker: Speaker): Ask => ({ isList: true, what: [`all ${plural} of ${named.say(speaker)}`], question: [`Which ${plural} does ${named.say(speaker)} have?`], short: [`${named.say(speaker)} ${plural}`, `${plural} of ${named.say(speaker)}`] })]),
  ];
  return { sql: '', tables: [], ask: draw.random.pick(forms) };
}
