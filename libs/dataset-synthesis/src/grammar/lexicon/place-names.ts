import type { ColumnRole } from './lexicon-types.ts';

const states = `AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming`.split(', ').map((entry) => [entry.slice(0, 2), entry.slice(3)] as const);
const byCode = new Map(states);
const byName = new Map(states.map(([code, name]) => [name, code]));
const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** The name of a place that a column holds as a code, or the code of a state that it holds by name: of `TX` in a column of states Texas, of `DE` in one of countries Germany. */
export function placeNames(value: string, role: ColumnRole): string[] {
  if (role === 'state') return [byCode.get(value) ?? byName.get(value) ?? []].flat();
  if (role !== 'country' || !/^[A-Z]{2}$/.test(value)) return [];
  const name = countries.of(value);
  return name === undefined || /^United (Kingdom|States)$/.test(name) ? [] : [name];
}
