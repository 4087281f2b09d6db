/** What a thing is told by, whatever kind of text holds it: a `city_nm` is a city, a `gender_cd` a gender. */
const told = /\b(?:city|town|district|county|suburb|country|nation|province|region|state|street|department|division|category|gender|sex|status|stage|type|kind|level|genre|brand|colou?r|language|nationality|position|role|specialty|speciality|occupation|profession|currency|channel|source|priority|severity|weekday|day|method|segment|tier|size|unit|topic|shift|zone|season|format|grade|rank|make|model|material|cuisine|breed|species|goal|purpose|industry|sector|outcome|result|condition|mode|frequency|fuel|group|nature|resolution)$/;
const coded = /\b(?:plate|vin|barcode|shelf|sku|isbn|serial number|licen[cs]e)$/;
const paid = /\b(?:price|cost|fee|salary|fine|balance|revenue|budget|wage|charge|tax|discount|income|rent|deposit|premium|expense|refund|limit|principal|rate|fare|bonus|commission|penalty|pledge|subtotal|pay|estimate)$/;
/** Also any plural: a `stars_cnt` is how many stars. */
const counted = /\b(?:capacity|stock|inventory|[a-z]{2,}[^s]s)$/;
const measured = /\b(?:rating|score|grade|mark|duration|weight|height|distance|temperature|mileage|age)$/;

const kinds: readonly (readonly [kind: RegExp, of: RegExp])[] = [[/ (?:code|name|value|text|description)$/, told], [/ code$/, coded], [/ (?:amount|value)$/, paid], [/ count$/, counted], [/ percentage$/, /\brate$/], [/ (?:value|number|amount)$/, measured], [/ text$/, /\b(?:remarks?|comments?|notes?|description|message|body|memo|reason|summary)$/]];

/** The words of a column without what only tells what kind of text or number it is; all of them where they tell nothing else. */
export function withoutKind(words: string): string {
  for (const [kind, of] of kinds) {
    const rest = words.replace(kind, '');
    if (rest !== words && of.test(rest)) return rest;
  }
  return words;
}
