import type { Random } from '../random.ts';

/** How somebody asks: as a book would print it, in haste, or at leisure. In the order of a sample's questions. */
export const registers = ['plain', 'terse', 'polite'] as const;
export type Register = (typeof registers)[number];

/** One who words a question. */
export interface Speaker {
  readonly register: Register;
  readonly random: Random;
}

/** The ways to say one thing, by register. */
export type Wordings = Readonly<Record<Register, readonly string[]>>;

/** Picks one of the wordings that the speaker's register has. */
export function say(speaker: Speaker, wordings: Wordings): string {
  return speaker.random.pick(wordings[speaker.register]);
}

/** Marks a value of the database within a question: what makes a question careless leaves it legible. */
export function mark(value: string | number): string {
  return `⟦${value}⟧`;
}

/** Marks a value that the database is known to hold: it may be misspelt, as its right spelling can be learnt. */
export function markKnown(value: string): string {
  return `⟦≈${value}⟧`;
}

/** The text without its marks. */
export function unmark(text: string): string {
  return text.replace(/[⟦⟧≈]/g, '');
}
