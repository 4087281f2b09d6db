import { withArticle } from '../english/inflect.ts';
import { splitName } from '../english/split-name.ts';
import type { ColumnEntry, TableEntry } from '../lexicon/lexicon-types.ts';
import { say, type Speaker } from '../style/speaker.ts';
import type { ConditionMaker, ConditionWords } from '../things.ts';

/** Conditions on a boolean: it holds, it does not. */
export function flagConditions(table: TableEntry, column: ColumnEntry): ConditionMaker[] {
  const about = `${table.name}.${column.name}`;
  return [
    { name: `${about} true`, about, make: () => ({ about, sql: (q) => `${q}${column.sql}`, say: (speaker) => sayFlag(speaker, column, true) }) },
    { name: `${about} false`, about, make: () => ({ about, sql: (q) => `NOT ${q}${column.sql}`, say: (speaker) => sayFlag(speaker, column, false) }) },
    ...(column.nullable ? [{ name: `${about} unknown`, about, make: () => ({ about, sql: (q: string) => `${q}${column.sql} IS NULL`, say: (speaker: Speaker) => sayUnknown(speaker, column) }) }] : []),
  ];
}

const decisions: Readonly<Record<string, string>> = { approved: 'approval', accepted: 'acceptance', confirmed: 'confirmation', verified: 'verification', granted: 'a decision', reviewed: 'review' };

/** Of a request that was neither approved nor refused one waits for the approval; of the rest one does not know. */
function sayUnknown(speaker: Speaker, column: ColumnEntry): ConditionWords {
  const waited = decisions[splitName(column.name).replace(/^(is|was) /, '')];
  if (waited !== undefined) return { verb: say(speaker, { plain: [`are still waiting for ${waited}`, `are awaiting ${waited}`], terse: [`are waiting for ${waited}`], polite: [`are still waiting for ${waited}`, `have not been decided yet`] }), ...(speaker.random.chance(0.4) ? { before: speaker.random.pick(['undecided', 'pending']) } : { after: speaker.random.pick([`waiting for ${waited}`, `awaiting ${waited}`]) }) };
  const { verb } = sayFlag(speaker, column, true);
  return { verb: speaker.random.pick([`may or may not ${verb.replace(/^are /, 'be ')}, as we do not know`, `do not say whether they ${verb}`]), after: `where we do not know whether they ${verb}` };
}

/** `is_active` is said "active", `has_parking` "with parking", `accepts_cards` "that accept cards". */
export function sayFlag(speaker: Speaker, { name }: ColumnEntry, holds: boolean): ConditionWords {
  const [first = '', ...rest] = splitName(name).split(' ');
  const words = rest.join(' ');
  if (first === 'has' && words !== '') return sayPossession(speaker, words, holds);
  if (/^(was|is|are)$/.test(first) && words !== '') return sayQuality(speaker, words, holds);
  if (/^(out of|in|on|under|off|at) /.test(splitName(name)) && words !== '') return sayQuality(speaker, splitName(name), holds);
  if (/^(newsletter|mailing list|marketing)$/.test(splitName(name))) return saySubscription(speaker, splitName(name), holds);
  if (/[^s]s$/.test(first) && words !== '') return holds ? { verb: `${first.replace(/s$/, '')} ${words}` } : { verb: `do not ${first.replace(/s$/, '')} ${words}` };
  return /(ed|able|ible|ive|al|ary|ent|id|ic|ous|ful|less|y|en|ant|ing|new|main|free|online|vip|open)$/.test(splitName(name)) ? sayQuality(speaker, splitName(name), holds) : sayPossession(speaker, splitName(name), holds);
}

function sayQuality(speaker: Speaker, words: string, holds: boolean): ConditionWords {
  const isWord = !words.includes(' ');
  if (holds) return isWord ? { verb: `are ${words}`, before: words } : { verb: `are ${words}` };
  return isWord && speaker.random.chance(0.3) ? { verb: `are not ${words}`, before: `non-${words}` } : { verb: say(speaker, { plain: [`are not ${words}`], terse: [`are not ${words}`], polite: [`are not ${words}`] }) };
}

function sayPossession(speaker: Speaker, words: string, holds: boolean): ConditionWords {
  const noun = /[^s]s$|^(insurance|parking|stock|access)$/.test(words) ? words : withArticle(words);
  const bare = noun.replace(/^an? /, '');
  return holds ? { verb: `have ${noun}`, after: `with ${noun}` } : { verb: `have no ${bare}`, after: say(speaker, { plain: [`without ${noun}`], terse: [`no ${bare}`, `w/o ${bare}`], polite: [`without ${noun}`, `that lack ${noun}`] }) };
}

function saySubscription(speaker: Speaker, words: string, holds: boolean): ConditionWords {
  const what = words === 'marketing' ? 'marketing mails' : `the ${words}`;
  return holds
    ? { verb: say(speaker, { plain: [`get ${what}`, `are subscribed to ${what}`, `receive ${what}`], terse: [`get ${what}`, `are subscribed to ${what}`], polite: [`receive ${what}`, `have signed up for ${what}`] }), after: `subscribed to ${what}` }
    : { verb: say(speaker, { plain: [`do not get ${what}`, `are not subscribed to ${what}`], terse: [`do not get ${what}`], polite: [`do not receive ${what}`, `have not signed up for ${what}`] }), after: say(speaker, { plain: [`without ${what}`, `not subscribed to ${what}`], terse: [`no ${words}`, `not on ${what}`], polite: [`not subscribed to ${what}`] }) };
}
