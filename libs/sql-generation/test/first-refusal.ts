import type { TextConstraint } from '@sqlwright/language-model';

/** Where a text is refused that is written letter by letter; undefined where all of it stays. */
export function firstRefusal(constraint: TextConstraint, text: string): number | undefined {
  for (let end = 1; end <= text.length; end += 1) {
    const { refused } = constraint.check(text.slice(0, end), end === text.length);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
