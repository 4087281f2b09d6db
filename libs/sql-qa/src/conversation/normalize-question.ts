/** Makes questions alike that differ in case, blanks and signs only, so that one that was confirmed is found again. */
export function normalizeQuestion(question: string): string {
  return question.normalize('NFKC').toLowerCase().replace(/[\s?.!,;:]+/g, ' ').trim();
}
