/** Words that are no abbreviation of a table, though they begin like one. */
const whole = /^(in|out|is|on|no|to|at|by|of|as|or|per|pre|post|has|was|can|may|car|art|end|for|age|set|sub|mid|all|any|new|old|top|low|sum|tax|fee|way|day|url|pin|max|min|book|pay|work|home|main|last|first|next|full|real|base|part|side|start|list|mail|form|code|date|time|type|name|note|unit|user|team|item|file|page|line|room|road|city|town|test|text|role|rate|sale|sold|open|live|lead|left|plan|paid|met|order|point|place|head|hand|high|long|over|under)$/;

/** Whether a word of a name is short for another: `stud` and `std` for student, `crs` for course; not `car` for carrier. */
export function isShortFor(short: string, word: string): boolean {
  if (short.length < 2 || short.length > word.length - 2 || short[0] !== word[0] || whole.test(short)) return false;
  return (short.length >= 3 && word.startsWith(short)) || isSkeleton(short, word);
}

/** The letters in their order, without any of the vowels after the first: `bk` of book, `crs` of course. */
function isSkeleton(short: string, word: string): boolean {
  if (/[aeiou]/.test(short.slice(1))) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** The same for a foreign key, which tells the table by itself: also `sub` for subscription and `att` for attendance. */
export function isKeyFor(short: string, word: string): boolean {
  return short.length >= 2 && short.length < word.length && (word.startsWith(short) || isShortFor(short, word));
}
