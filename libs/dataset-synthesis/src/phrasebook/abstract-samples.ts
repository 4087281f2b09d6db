import { abstractPerson } from './people/abstract-person.ts';
import type { Phrase, Phrasebook } from './phrase.ts';
import { abstractRelation } from './relations/abstract-relation.ts';
import { abstractThing } from './things/abstract-thing.ts';

/** Makes phrases of samples about customer, its addresses and contacts, in their order: of those that can be asked of people, things, or parents and their children in any database, each question once. */
export function abstractSamples(samples: readonly Phrase[]): Phrasebook {
  const phrasesBy = (abstract: (sample: Phrase) => Phrase | undefined): Phrase[] => onceEach(samples.flatMap((sample) => abstract(sample) ?? []));
  return { people: phrasesBy(abstractPerson), things: phrasesBy(abstractThing), relations: phrasesBy(abstractRelation) };
}

function onceEach(phrases: readonly Phrase[]): Phrase[] {
  const known = new Set<string>();
  return phrases.flatMap(({ questions, sql }) => {
    const asked = questions.filter((question) => !known.has(question.toLowerCase()));
    for (const question of asked) known.add(question.toLowerCase());
    return asked.length === 0 ? [] : [{ questions: asked, sql }];
  });
}
