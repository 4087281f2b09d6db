import { synonymList } from '../lexicon/synonym-list.ts';

const demonyms = synonymList(`
  usa: American; us: American; united states: American; united states of america: American; uk: British; gb: British; united kingdom: British; great britain: British; england: English; scotland: Scottish; wales: Welsh
  ireland: Irish; ie: Irish; germany: German; de: German; france: French; fr: French; spain: Spanish; es: Spanish; italy: Italian; it: Italian; portugal: Portuguese; pt: Portuguese; netherlands: Dutch; nl: Dutch; belgium: Belgian
  be: Belgian; switzerland: Swiss; ch: Swiss; austria: Austrian; at: Austrian; poland: Polish; pl: Polish; czech republic: Czech; czechia: Czech; hungary: Hungarian; romania: Romanian; bulgaria: Bulgarian; greece: Greek
  turkey: Turkish; sweden: Swedish; se: Swedish; norway: Norwegian; no: Norwegian; denmark: Danish; dk: Danish; finland: Finnish; fi: Finnish; iceland: Icelandic; russia: Russian; ukraine: Ukrainian; canada: Canadian; ca: Canadian
  mexico: Mexican; mx: Mexican; brazil: Brazilian; br: Brazilian; argentina: Argentinian; chile: Chilean; colombia: Colombian; peru: Peruvian; japan: Japanese; jp: Japanese; china: Chinese; cn: Chinese; india: Indian; in: Indian
  south korea: Korean; kr: Korean; vietnam: Vietnamese; thailand: Thai; indonesia: Indonesian; australia: Australian; au: Australian; new zealand: New Zealand; south africa: South African; nigeria: Nigerian; kenya: Kenyan
  egypt: Egyptian; morocco: Moroccan; israel: Israeli`);

/** What comes from a country is called so: of Spain Spanish. */
export function demonymOf(country: string): string | undefined {
  return demonyms[country.toLowerCase()]?.[0];
}
