const irregular: Readonly<Record<string, string>> = { person: 'people', child: 'children', man: 'men', woman: 'women', foot: 'feet', tooth: 'teeth', mouse: 'mice', analysis: 'analyses', diagnosis: 'diagnoses', criterion: 'criteria', index: 'indexes', medium: 'media', life: 'lives', shelf: 'shelves', wife: 'wives', half: 'halves', knife: 'knives', quiz: 'quizzes', bus: 'buses', gas: 'gases', lens: 'lenses', menu: 'menus', taxi: 'taxis', wiki: 'wikis', api: 'apis', kpi: 'kpis', hero: 'heroes', potato: 'potatoes', tomato: 'tomatoes', movie: 'movies', cookie: 'cookies', calorie: 'calories', thesis: 'theses', hypothesis: 'hypotheses', crisis: 'crises', prognosis: 'prognoses', matrix: 'matrices', alumnus: 'alumni', syllabus: 'syllabuses', salesperson: 'salespeople', salesman: 'salesmen', craftsman: 'craftsmen', passerby: 'passersby' };
/** What ends like a plural and is none. */
const singulars = new Set(['gas', 'lens', 'atlas', 'canvas', 'alias', 'bias', 'mathematics', 'physics', 'economics', 'politics', 'logistics', 'analytics']);
const uncountable = new Set(['staff', 'equipment', 'stock', 'information', 'news', 'series', 'species', 'data', 'personnel', 'inventory', 'money', 'feedback', 'luggage', 'furniture', 'aircraft', 'sheep', 'fish', 'offspring', 'hardware', 'software', 'merchandise', 'police', 'evidence', 'homework', 'traffic', 'cattle', 'clothing', 'jewellery', 'mail']);

/** The plural of the last word, by the common rules of English. */
export function pluralOf(words: string): string {
  const head = /^(\S+(?: \S+)?)( (?:of|in|per) .+)$/.exec(words);
  if (head !== null) return pluralOf(head[1] ?? '') + (head[2] ?? '');
  return changeLast(words, (word) => {
    if (uncountable.has(word)) return word;
    if (irregular[word] !== undefined) return irregular[word];
    if (/(headquarters|details|[a-z]{4,}(ings|ers|nts|tions|ies))$/.test(word)) return word;
    if (/(s|sh|ch|x|z)$/.test(word)) return `${word}es`;
    if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
    return `${word}s`;
  });
}

/** The singular of the last word; a word that is one already stays. */
export function singularOf(words: string): string {
  return changeLast(words, (word) => {
    const known = Object.entries(irregular).find(([, plural]) => plural === word)?.[0];
    if (known !== undefined) return known;
    if (uncountable.has(word) || !isPlural(word)) return word;
    if (/ies$/.test(word) && word.length > 4) return word.replace(/ies$/, 'y');
    if (/(ss|sh|ch|x|zz)es$/.test(word) || /(stat|vir|camp|bon|cens|foc|surpl|cact)uses$/.test(word)) return word.replace(/es$/, '');
    return word.replace(/s$/, '');
  });
}

/** Whether the last word looks like a plural; of `hours per week` the first. */
export function isPlural(words: string): boolean {
  const word = /^(?:\S+ )?(\S+) (?:of|in|per) /.exec(words)?.[1] ?? words.split(' ').at(-1) ?? '';
  return Object.values(irregular).includes(word) || (!singulars.has(word) && isRegularPlural(word));
}

function isRegularPlural(word: string): boolean {
  return /[^siu]s$/.test(word) || (/[^s]es$/.test(word) && word !== 'series' && word !== 'species');
}

/** `a` or `an` before the words. */
export function withArticle(words: string): string {
  const heard = words.replace(/^[⟦≈]+/, '');
  const isSpelled = /^[FHLMNRSX][B-DF-HJ-NP-TV-Z]*(?![A-Za-z])/.test(heard);
  const isVowel = /^(e-?mail|[aeio]|hour|honest|honou?r|heir|un(?!i)|up|um|ul|ug|ur[^i]|ISBN|ID\b)/i.test(heard) && !/^(one|eu|uni|sku)/i.test(heard);
  return `${isVowel || isSpelled ? 'an' : 'a'} ${words}`;
}

/** `a, b and c`. */
export function joinWords(parts: readonly string[], word = 'and'): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;
}

/** `Laura's`, `the Joneses'`. */
export function possessive(name: string): string {
  return /s⟧?$/.test(name) ? `${name}'` : `${name}'s`;
}

function changeLast(words: string, change: (word: string) => string): string {
  const parts = words.split(' ');
  return [...parts.slice(0, -1), change(parts.at(-1) ?? '')].join(' ');
}
