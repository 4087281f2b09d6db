import { withArticle } from '../english/inflect.ts';
import { thisYear } from '../draw.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { mainMoment, momentWords, type MomentWords } from '../lexicon/moment-words.ts';
import { mark, say, type Speaker } from '../style/speaker.ts';
import type { ConditionMaker, ConditionWords } from '../things.ts';
import { eventWords } from '../lexicon/event-words.ts';
import { absoluteSpans, type DrawSpan } from './spans.ts';
import { relativeSpans } from './relative-spans.ts';

/** Conditions on a moment: a span of absolute or of relative time. */
export function momentConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const words = momentWords(table, column);
  const isMain = mainMoment(table) === column && (!words.mayBeFuture || (words.kind === 'noun' && happenings.test(table.singular)));
  return Object.entries({ ...absoluteSpans(column), ...relativeSpans(words.mayBeFuture, column.type) }).map(([kind, draw]) => spanMaker(table, column, kind, draw, (speaker, span) => {
    const said = sayMoment(speaker, table, words, span);
    if (kind === 'coming' && !table.isPerson && happenings.test(table.singular) && speaker.random.chance(0.7)) return { verb: said.verb, before: speaker.random.pick(['upcoming', 'upcoming', 'future', 'coming']) };
    // "Orders ordered last week" is what nobody says.
    const isDouble = eventWords(table)?.passive === words.word;
    return isMain && speaker.random.chance(isDouble ? 0.85 : words.kind === 'noun' ? 0.7 : 0.35) ? sayShortly(table, words, said, span) : said;
  }));
}

/** Things that happen at a moment, so that "in March" goes without a verb. */
export const happenings = /\b(fine|invoice|bill|payment|appointment|visit|shipment|delivery|ticket|incident|transaction|event|claim|complaint|call|repair|treatment|exam|test|flight|trip|lesson|meeting|match|game|surgery|inspection|donation|request|refund|return|transfer|session|closure|entry|reading|measurement|inspection|admission|booking|message)$/;
/** What people did who came new. */
export const entering = /^(joined|registered|signed up|hired|enrolled|created|added|recruited|employed)$/;

/** `loans in March`, `new members this month`: what happens to such things at first goes without saying. */
function sayShortly(table: TableEntry, words: MomentWords, said: ConditionWords, span: string): ConditionWords {
  if (!table.isPerson) return happenings.test(table.singular) || eventWords(table) !== undefined ? { verb: said.verb, after: span } : said;
  // "Customers in 2020" or "members before May" would be those of that time; only the new ones are meant.
  return entering.test(words.word) && /^(this|last|in|since|today|yesterday|past|during|within|over)\b/.test(span) ? { verb: said.verb, before: 'new', trailing: span } : said;
}

/** Conditions on a date of birth: a year, a month, years. */
export function birthConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const spans = Object.entries({ ...absoluteSpans(column), decade });
  return spans.map(([kind, draw]) => spanMaker(table, column, kind, draw, (_, span) => ({ verb: `were born ${span}`, after: `born ${span}` })));
}

const decade: DrawSpan = (draw) => {
  const first = Math.floor((thisYear(draw) - draw.random.integer(25, 85)) / 10) * 10;
  return { sql: (name) => `EXTRACT(YEAR FROM ${name}) BETWEEN ${first} AND ${first + 9}`, say: (speaker) => say(speaker, { plain: [`in the ${mark(`${first}s`)}`], terse: [`in the ${mark(`${first}s`)}`], polite: [`in the ${mark(`${first}s`)}`, `during the ${mark(`${first}s`)}`] }) };
};

function spanMaker(table: TableEntry, column: ColumnEntry, kind: string, draw: DrawSpan, words: (speaker: Speaker, span: string) => ConditionWords): ConditionMaker {
  const about = `${table.name}.${column.name}`;
  return {
    name: `${about} ${kind}`, about,
    make: (drawer) => {
      const span = draw(drawer);
      return { about, sql: (q) => span.sql(`${q}${column.sql}`), say: (speaker) => words(speaker, span.say(speaker)) };
    },
  };
}

/** `were borrowed in 2023`; after the things `borrowed in 2023`, `who joined in 2023`, `with an appointment date in 2023`. */
export function sayMoment(speaker: Speaker, table: TableEntry, words: MomentWords, span: string): ConditionWords {
  const word = momentWord(speaker, words);
  const turn = words.kind === 'noun' ? /^(start|end)s?\b/.exec(words.noun)?.[1] : undefined;
  if (turn !== undefined && speaker.random.chance(0.6)) return sayTurn(turn, span);
  if (words.kind === 'noun') return { verb: `have ${withArticle(words.noun)} ${span}`, after: `with ${withArticle(words.noun)} ${span}` };
  if (words.kind === 'active') return speaker.register === 'terse' ? { verb: `${word} ${span}`, after: `${word} ${span}` } : { verb: `${word} ${span}` };
  if (words.word === 'expiring') return sayExpiring(speaker, table, span);
  if (words.kind === 'state') return { verb: `${/\b(last|past|previous|yesterday|ago)\b/.test(span) ? 'were' : 'are'} ${word} ${span}`, after: `${word} ${span}` };
  if (words.isCreation && table.isPerson && words.others.length > 0 && speaker.random.chance(speaker.register === 'terse' ? 0.6 : 0.8)) return { verb: `${speaker.random.pick(['joined', 'signed up', 'registered'])} ${span}` };
  return { verb: `were ${word} ${span}`, after: `${word} ${span}` };
}

type Ending = readonly [one: string, several: string];

const endings: readonly Ending[] = [['expires', 'expire'], ['ends', 'end'], ['runs out', 'run out']];
const pastEndings: readonly Ending[] = [['expired', 'expired'], ['ended', 'ended'], ['ran out', 'ran out']];

/** `expire next month`, `whose membership ran out last week`. */
function sayExpiring(speaker: Speaker, { singular, isPerson }: TableEntry, span: string): ConditionWords {
  const isAhead = /\b(next|this|current|coming|future|after|ahead|come|within|today)\b/.test(span) && !/\b(last|past|previous|so far)\b/.test(span);
  const held = /\bmember\b/.test(singular) ? 'membership' : /\bsubscriber\b/.test(singular) ? 'subscription' : /\b(employee|staff member|worker)\b/.test(singular) ? 'contract' : undefined;
  if (isPerson && (held === undefined || speaker.random.chance(0.3))) return isAhead ? { verb: `expire ${span}`, after: `expiring ${span}` } : { verb: `expired ${span}` };
  const [one, several] = speaker.random.pick(isAhead ? endings : pastEndings);
  if (held !== undefined) return { verb: `have a ${held} that ${one} ${span}`, after: `whose ${held} ${one} ${span}` };
  return speaker.random.chance(0.5) || !isAhead ? { verb: `${several} ${span}` } : { verb: `${several} ${span}`, after: `expiring ${span}` };
}

/** `started last week`, `start next week`, `end in 2027`. */
function sayTurn(turn: string, span: string): ConditionWords {
  return { verb: `${turn}${/\b(next|this|current|coming|future|after|ahead|come)\b/.test(span) ? '' : 'ed'} ${span}` };
}

/** `borrowed`, or a word that means the same. */
export function momentWord(speaker: Speaker, { word, others }: MomentWords): string {
  return others.length > 0 && speaker.register !== 'terse' && speaker.random.chance(speaker.register === 'polite' ? 0.6 : 0.2) ? speaker.random.pick(others) : word;
}
