import type { TableEntry } from './lexicon-types.ts';

/** Authors of a book, but patients with an allergy. */
export function joiningWord(near: TableEntry, far: TableEntry): string {
  const isMaker = /\b(author|writer|director|actor|owner|instructor|teacher|artist|manager|editor|member|student|participant)$/.test(near.singular);
  if (!near.isPerson && makerVerbs[far.singular] !== undefined) return 'by';
  return near.isPerson && !far.isPerson && !isMaker ? 'with' : 'of';
}

/** What makers did: `who wrote it`. */
export const makerVerbs: Readonly<Record<string, string>> = { author: 'wrote', writer: 'wrote', composer: 'composed', director: 'directed', painter: 'painted', editor: 'edited', translator: 'translated', illustrator: 'illustrated', artist: 'made' };
export const makerBases: Readonly<Record<string, string>> = { wrote: 'write', composed: 'compose', directed: 'direct', painted: 'paint', edited: 'edit', translated: 'translate', illustrated: 'illustrate', made: 'make' };
export const makerParticiples: Readonly<Record<string, string>> = { wrote: 'written' };
