import { sameThings } from './same-things.ts';

/**
 * Groups of words for the same thing, of general knowledge: countries with their codes, states of the USA, genders, cities, usual states of orders and tasks.
 * A word may stand in several groups (CA: California, Canada); the values of the column decide.
 */
export type TermGroups = ReadonlyMap<string, readonly number[]>;

/** Country names beside those that the runtime's own tables give with their ISO 3166 code. */
const countries = `US, USA, United States, United States of America, America, U.S.A., U.S.
GB, UK, GBR, United Kingdom, Great Britain, Britain, U.K.
DE, DEU, GER, Germany, Deutschland
FR, FRA, France
ES, ESP, Spain, España
IT, ITA, Italy, Italia
CA, CAN, Canada
AU, AUS, Australia
JP, JPN, Japan
IN, IND, India, Bharat
CN, CHN, China, People's Republic of China, PRC
BR, BRA, Brazil, Brasil
MX, MEX, Mexico, México
NL, NLD, Netherlands, The Netherlands, Holland
CH, CHE, Switzerland, Schweiz, Suisse
AT, AUT, Austria, Österreich
SE, SWE, Sweden
NO, NOR, Norway
DK, DNK, Denmark
FI, FIN, Finland
PL, POL, Poland
PT, PRT, Portugal
IE, IRL, Ireland, Republic of Ireland
BE, BEL, Belgium
CZ, CZE, Czechia, Czech Republic
RU, RUS, Russia, Russian Federation
TR, TUR, Turkey, Türkiye
KR, KOR, South Korea, Korea, Republic of Korea
KP, PRK, North Korea
ZA, ZAF, RSA, South Africa
AE, ARE, UAE, United Arab Emirates
SA, SAU, KSA, Saudi Arabia
NZ, NZL, New Zealand
SG, SGP, Singapore
AR, ARG, Argentina
CL, CHL, Chile
CO, COL, Colombia
EG, EGY, Egypt
NG, NGA, Nigeria
KE, KEN, Kenya
IL, ISR, Israel
VN, VNM, Vietnam, Viet Nam
PH, PHL, Philippines, The Philippines
ID, IDN, Indonesia
MY, MYS, Malaysia
TH, THA, Thailand
UA, UKR, Ukraine
GR, GRC, Greece
HU, HUN, Hungary
RO, ROU, Romania`;

const states = `AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, FL Florida, GA Georgia, HI Hawaii,
ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota,
MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina,
ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah,
VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming`;

const genders = `M, male, man, men, males, masculine
F, female, woman, women, females, feminine, W`;

const lines = (text: string): string[][] => text.split('\n').map((line) => line.split(',').map((term) => term.trim()));

/** `NY New York` → [`NY`, `New York`] */
const stateGroups = states.split(/,\s*/).map((entry) => [entry.slice(0, 2), entry.slice(3)]);

function countryGroups(): string[][] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const named = lines(countries);
  const known = new Set(named.flat());
  return [...named, ...letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !known.has(code)).flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [[code, name]];
  })];
}

/** The word without case, accents, blanks and signs; those that tell C++ of C# and A- of A stay. */
export function compact(term: string): string {
  return term.normalize('NFKD').toLowerCase().replace(/^(\p{L}{1,2}) ?[-–−]$/u, '$1=').replace(/[^\p{L}\p{N}+#<>=*%$€]+/gu, '');
}

function index(groups: readonly (readonly string[])[]): TermGroups {
  const found = new Map<string, number[]>();
  for (const [group, terms] of groups.entries()) for (const term of terms) found.set(compact(term), [...(found.get(compact(term)) ?? []), group]);
  return found;
}

const spellings = [...countryGroups(), ...stateGroups, ...lines(genders)];

/** By compact word: the groups that it belongs to. */
export const termGroups: TermGroups = index([...spellings, ...lines(sameThings)]);

/** Whether the words of a group are but spellings of one, so that two of them in a column mean the same; done and finished may be two things. */
export function isOfSpellings(group: number): boolean {
  return group < spellings.length;
}
