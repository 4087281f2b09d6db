import { quoteLiteral } from '@sqlwright/schema';
import { joinWords, withArticle } from '../english/inflect.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { markKnown, say, type Speaker } from '../style/speaker.ts';
import { sayColumn, type ConditionMaker, type ConditionWords } from '../things.ts';
import { drawValue, drawValues } from '../values/draw-value.ts';
import { valueNoun } from './value-noun.ts';

const adjectival = /\b(status|gender|sex|type|kind|genre|format|severity|priority|category|language|brand|colou?r|level|tier|method|species|style|topic|membership|membership type|plan|specialty|nationality|subject|breed|class|cuisine|condition)$/;
const letters: Readonly<Record<string, string>> = { m: 'male', f: 'female' };

/** Conditions on a column that holds one of a few values: equal, one of several, another one. */
export function categoryConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const about = `${table.name}.${column.name}`;
  return [
    {
      name: `${about} =`, about,
      make: (draw) => {
        const value = drawValue(draw, column);
        return value === undefined ? undefined : { about, sql: (q) => `${q}${column.sql} = ${quoteLiteral(value)}`, say: (speaker) => sayValue(speaker, table, column, value) };
      },
    },
    {
      name: `${about} in`, about,
      make: (draw) => {
        const values = drawValues(draw, column, draw.random.chance(0.75) ? 2 : 3);
        const list = values.map(quoteLiteral).join(', ');
        return values.length < 2 || values.length === column.values.length ? undefined : { about, sql: (q) => `${q}${column.sql} IN (${list})`, say: (speaker) => sayOneOf(speaker, column, values) };
      },
    },
    {
      name: `${about} <>`, about,
      make: (draw) => {
        const value = drawValue(draw, column);
        return value === undefined ? undefined : { about, sql: (q) => `${q}${column.sql} <> ${quoteLiteral(value)}`, say: (speaker) => sayOther(speaker, column, value) };
      },
    },
  ];
}

/** A value as people say it: `in_progress` is "in progress". */
export function spokenValue(speaker: Speaker, value: string, { valueNames }: Pick<ColumnEntry, 'valueNames'>): string {
  const others = valueNames[value] ?? [];
  if (others.length > 0 && speaker.random.chance(0.3)) return markKnown(speaker.random.pick(others));
  const words = /_|^[A-Z]{4,}$/.test(value) ? value.replaceAll('_', ' ').toLowerCase() : value;
  return markKnown(speaker.register === 'terse' && speaker.random.chance(0.6) ? words.toLowerCase() : words);
}

function sayValue(speaker: Speaker, table: TableEntry, column: ColumnEntry, value: string): ConditionWords {
  const noun = valueNoun(table, column, value);
  if (noun !== undefined && speaker.random.chance(0.5)) return { verb: `are ${noun.plural}`, noun: { singular: markKnown(noun.singular), plural: markKnown(noun.plural) } };
  const spoken = spokenValue(speaker, value, column);
  const name = sayColumn(speaker, column);
  if (isChannel(column)) return { verb: say(speaker, { plain: [`came through ${spoken}`], terse: [`from ${spoken}`], polite: [`came to us through ${spoken}`] }), after: say(speaker, { plain: [`from the ${name} ${spoken}`, `from ${spoken}`, `with ${name} ${spoken}`], terse: [`from ${spoken}`, `${name} ${spoken}`, `via ${spoken}`], polite: [`whose ${name} is ${spoken}`, `that came through ${spoken}`] }) };
  if (/^(language|lang|tongue)$/.test(column.names[0]) && speaker.random.chance(0.6)) return { verb: `are in ${spoken}`, after: `in ${spoken}` };
  const verb = /^(nationality|gender|sex)$/.test(column.names[0]) ? `are ${spoken}` : `have the ${name} ${spoken}`;
  if (isAdjective(column, value) && speaker.random.chance(0.7)) {
    const adjective = speaker.random.chance(0.25) && /^⟦≈[\p{L} -]+⟧$/u.test(spoken) ? spoken : markKnown(letters[value.toLowerCase()] ?? value.toLowerCase().replaceAll('_', ' '));
    return { verb: /status$/.test(column.names[0]) && speaker.random.chance(0.25) ? sayNow(speaker, adjective) : /^(status|gender|sex|severity|priority)$|status$/.test(column.names[0]) ? `are ${adjective}` : verb, before: adjective };
  }
  return { verb, after: say(speaker, { plain: [`with the ${name} ${spoken}`, `with ${name} ${spoken}`, `whose ${name} is ${spoken}`, `where the ${name} is ${spoken}`], terse: [`${name} ${spoken}`, `with ${name} ${spoken}`, spoken, `${name}: ${spoken}`, `${name} = ${spoken}`], polite: [`whose ${name} is ${spoken}`, `with ${spoken} as their ${name}`, `that have ${spoken} as ${name}`] }) };
}

/** `are currently open`, of a state. */
function sayNow(speaker: Speaker, adjective: string): string {
  return say(speaker, { plain: [`are currently ${adjective}`, `are ${adjective} right now`, `are ${adjective} at the moment`, `are still ${adjective}`], terse: [`are ${adjective} now`, `currently ${adjective}`], polite: [`are currently ${adjective}`, `are ${adjective} at the moment`, `are ${adjective} at present`] });
}

function sayOneOf(speaker: Speaker, column: ColumnEntry, values: readonly string[]): ConditionWords {
  const list = joinWords(values.map((value) => spokenValue(speaker, value, column)), 'or');
  const name = sayColumn(speaker, column);
  const after = say(speaker, { plain: [`whose ${name} is ${list}`, `with the ${name} ${list}`], terse: [`${name} ${list}`, `${list}`], polite: [`whose ${name} is either ${list}`, `with either ${list} as ${name}`] });
  return { verb: `have the ${name} ${list}`, after: values.length > 2 ? after.replace('either ', '') : after };
}

function sayOther(speaker: Speaker, column: ColumnEntry, value: string): ConditionWords {
  const spoken = spokenValue(speaker, value, column);
  const name = sayColumn(speaker, column);
  return { verb: `have ${withArticle(name)} other than ${spoken}`, after: say(speaker, { plain: [`with ${withArticle(name)} other than ${spoken}`, `whose ${name} is not ${spoken}`], terse: [`${name} not ${spoken}`], polite: [`whose ${name} is anything but ${spoken}`, `with any ${name} except ${spoken}`] }) };
}

function isChannel({ names: [name] }: ColumnEntry): boolean {
  return /^(source|channel)$/.test(name);
}

function isAdjective({ names: [name] }: ColumnEntry, value: string): boolean {
  return adjectival.test(name) && /^[A-Za-z]+(_[a-z]+)?$/.test(value) && !/^(other|unknown|none|[A-Z]{1,3})$/i.test(letters[value.toLowerCase()] ?? value);
}
