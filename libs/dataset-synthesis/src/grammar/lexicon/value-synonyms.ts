/** Other words for values that many databases hold, by the value in lower case. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  usa: ['United States', 'US', 'America', 'the States'], us: ['United States', 'USA', 'America'], 'united states': ['USA', 'US', 'America', 'the US'], 'united states of america': ['USA', 'US'], uk: ['United Kingdom', 'Great Britain', 'Britain'], gb: ['Great Britain', 'UK'], 'united kingdom': ['UK', 'Great Britain', 'Britain', 'England'],
  germany: ['Deutschland'], de: ['Germany'], netherlands: ['Holland', 'the Netherlands'], 'czech republic': ['Czechia'], switzerland: ['Swiss'], 'new york': ['NYC', 'New York City'], 'los angeles': ['LA', 'L.A.'], 'san francisco': ['SF', 'Frisco'], munich: ['München'], vienna: ['Wien'], cologne: ['Köln'], mumbai: ['Bombay'], 'são paulo': ['Sao Paulo'],
  california: ['CA', 'Calif.'], texas: ['TX'], florida: ['FL'], 'mexico city': ['CDMX'], 'hong kong': ['HK'], 'united arab emirates': ['UAE', 'Emirates'], 'science fiction': ['sci-fi', 'scifi', 'SF'], biography: ['biographies', 'bio'], children: ["children's", 'kids', "kids'"], crime: ['detective', 'mystery'], poetry: ['poems'], cooking: ['cookery', 'cookbook'], history: ['historical'], comics: ['comic'], 'young adult': ['YA', 'teen'], travel: ['travelling'],
  'in progress': ['ongoing', 'under way'], cancelled: ['canceled', 'called off'], canceled: ['cancelled'], completed: ['finished', 'done', 'complete'], pending: ['waiting', 'open'], waiting: ['pending'], 'no show': ['missed'], no_show: ['missed', 'no-show'], shipped: ['sent', 'sent out'], delivered: ['arrived'], active: ['current'], inactive: ['no longer active'], 'on loan': ['checked out', 'lent out', 'borrowed'], withdrawn: ['taken out of stock'], 'in repair': ['being repaired', 'under repair'], lost: ['missing'],
  'credit card': ['card'], 'bank transfer': ['wire transfer', 'transfer'], bank_transfer: ['wire transfer', 'transfer'], 'late return': ['returned late', 'lateness'], loss: ['lost item'], damage: ['damaged item'], paperback: ['paperbacks', 'softcover'], hardcover: ['hardback', 'hardbacks'], audiobook: ['audio book', 'audio'], 'e-book': ['ebook'], senior: ['pensioner', 'seniors'], child: ['kid', 'children'], adult: ['grown-up', 'adults'], student: ['students'], family: ['families'], institution: ['institutional'],
  referral: ['referred', 'word of mouth'], website: ['web', 'online', 'web site'], 'social media': ['social', 'social networks'], advertisement: ['ad', 'ads'], 'email campaign': ['email', 'newsletter', 'mailing'], 'walk-in': ['walk in', 'walked in'], 'trade show': ['fair', 'expo', 'tradeshow'], partner: ['partners'], mild: ['light'], severe: ['serious', 'bad'], moderate: ['medium'], high: ['urgent'], manager: ['managers'],
};

/** Other words for the values of a column; none that is a value itself or stands for two of them. */
export function valueNamesOf(values: readonly string[]): Record<string, readonly string[]> {
  const taken = new Set(values.map((value) => value.toLowerCase()));
  return Object.fromEntries(values.flatMap((value) => {
    const names = (synonyms[value.toLowerCase()] ?? []).filter((name) => !taken.has(name.toLowerCase()));
    for (const name of names) taken.add(name.toLowerCase());
    return names.length === 0 ? [] : [[value, names]];
  }));
}
