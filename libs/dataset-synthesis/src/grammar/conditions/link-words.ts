import type { TableEntry } from '../lexicon/lexicon-types.ts';
import { joiningWord } from '../lexicon/link-words.ts';
import type { Speaker } from '../style/speaker.ts';
import type { ConditionWords } from '../things.ts';

/** What is said of near things that a link joins to a far one: the first wording that fits. */
const wordings: readonly { readonly far: RegExp; readonly near?: RegExp; readonly verbs: readonly string[]; readonly prepositions: readonly string[] }[] = [
  { far: /\b(skill|language|technology|tool|programming language|subject)$/, near: /person/, verbs: ['know', 'can do', 'have experience with'], prepositions: ['with', 'with knowledge of'] },
  { far: /\b(project|team|committee|task|case)$/, near: /person/, verbs: ['work on', 'are on', 'are assigned to'], prepositions: ['on', 'assigned to', 'working on'] },
  { far: /\b(course|class|lesson|workshop|training|event|trip|tour|program|programme)$/, near: /person/, verbs: ['are enrolled in', 'take part in', 'attend'], prepositions: ['in', 'enrolled in'] },
  { far: /\b(group|club|department|organization|organisation)$/, near: /person/, verbs: ['are in', 'belong to'], prepositions: ['in'] },
  { far: /\b(supplier|vendor|manufacturer|distributor)$/, near: /thing/, verbs: ['come from', 'are supplied by'], prepositions: ['from', 'supplied by'] },
  { far: /\b(tag|label|keyword|ingredient|allergen|feature|amenity|material)$/, near: /thing/, verbs: ['have', 'contain'], prepositions: ['with'] },
  { far: /\b(category|genre|collection|playlist|album|menu|list)$/, near: /thing/, verbs: ['are in', 'belong to'], prepositions: ['in'] },
];

const suppliers = /\b(supplier|vendor|distributor|dealer)$/;

/** `know Python`, `with the tag new`, `by the author Laura Bennett`. */
export function sayLinked(speaker: Speaker, near: TableEntry, far: TableEntry, name: string): ConditionWords {
  const kind = near.isPerson ? 'person' : 'thing';
  if (suppliers.test(near.singular)) return { verb: speaker.random.pick([`supply ${name}`, `deliver ${name}`, `sell us ${name}`]), after: `of ${name}` };
  const found = wordings.find((wording) => wording.far.test(far.singular) && (wording.near?.test(kind) ?? true));
  if (found !== undefined) return { verb: `${speaker.random.pick(found.verbs)} ${name}`, after: `${speaker.random.pick(found.prepositions)} ${name}` };
  const word = joiningWord(near, far);
  return { verb: word === 'by' ? `are by ${name}` : word === 'with' ? `have ${name}` : `belong to ${name}`, after: `${word} ${name}` };
}
