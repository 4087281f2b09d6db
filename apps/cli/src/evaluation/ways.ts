/**
 * How a model is asked: `free` as it is, `constrained` without names that are not there (as everywhere else), `repaired` with another try in place of what cannot
 * run, `voted` with several tries, of which the rows that most give are taken. The last two run statements, as serving does.
 */
export const ways = ['free', 'constrained', 'repaired', 'voted'] as const;

export type Way = (typeof ways)[number];
