import { concept, type Concept } from './concepts.ts';

const words = (text: string): readonly string[] => text.split(',').map((word) => word.trim());

/** What a database about such a thing could hold and often does not; a `#` marks a number. */
const attributes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(book|title|publication)$/, words('translator, narrator, illustrator, #review score, #number of sold copies, bestseller rank, cover colour, blurb, Dewey number, film adaptation, sequel, #reading time, first sentence')],
  [/\b(author|writer|artist|composer|director)$/, words('agent, pen name, #number of awards, literary prize, home town, spouse, fan page, alma mater, influences, burial place')],
  [/\b(member|customer|client|buyer|user|patron|subscriber|guest|visitor|passenger|tenant)$/, words('occupation, employer, #income, #loyalty points, favourite product, preferred language, last complaint, reason for leaving, lifetime value, referral code, credit card number, spouse, household, password hint, device, browser, newsletter preference')],
  [/\b(employee|staff member|worker|teacher|doctor|nurse|driver|agent|instructor)$/, words('#sick days, #vacation days, #bonus, performance review, office number, desk, shift, locker, qualification, certificate, union membership, parking spot, company car, previous employer, contract type, #overtime hours, next of kin')],
  [/\b(patient)$/, words('#blood pressure, #cholesterol level, blood group, insurance number, diet, next of kin, smoking status, #body mass index, pharmacy, religion')],
  [/\b(student|pupil)$/, words('#grade point average, #attendance rate, scholarship, dormitory, thesis topic, parents, school bus, lunch plan, previous school')],
  [/\b(product|item|article|medication)$/, words('warranty, manufacturer, country of origin, #profit margin, #shelf life, colour, material, ingredients, energy label, customer rating, #carbon footprint, user manual, packaging, #purchase cost')],
  [/\b(order|purchase|sale|booking|reservation|rental)$/, words('tracking number, coupon, delivery driver, gift message, payment provider, return reason, carrier, delivery window, #tip, IP address, sales channel, cancellation reason')],
  [/\b(loan|checkout|borrowing)$/, words('reason for borrowing, reading progress, #deposit, satisfaction, pickup time, renewal reason, condition on return, reminder e-mail')],
  [/\b(invoice|bill|payment|fine|fee)$/, words('bank account, #exchange rate, dunning level, accountant, cost centre, approval, payment reference, collection agency, #interest, receipt number')],
  [/\b(branch|store|shop|location|office|warehouse|clinic|library|department|hospital|hotel)$/, words('opening hours, manager, #rent, #number of visitors, wifi password, website, #parking spaces, #energy use, architect, #annual revenue, #number of computers, cleaning company, next bus stop, #number of toilets, alarm code')],
  [/\b(course|class|lesson|exam)$/, words('syllabus, textbook, #pass rate, classroom, prerequisite, video recording, #dropout rate, sponsor, satisfaction')],
  [/\b(room|apartment|property|flat|house)$/, words('wallpaper colour, view, #electricity use, cleaning schedule, #ceiling height, heating type, neighbour, smoke detector')],
  [/\b(vehicle|car|truck|bus|bike|flight|trip)$/, words('#fuel consumption, insurance policy, chassis number, tyre brand, accident history, paint colour, #horse power, navigation system')],
  [/\b(event|concert|match|game|show)$/, words('sponsor, #ticket revenue, weather, guest list, dress code, television channel, #attendance, referee')],
  [/\b(movie|film|song|track|album|series)$/, words('#box office, awards, lyrics, stunt coordinator, #streaming numbers, soundtrack, age rating, shooting location')],
  [/\b(supplier|vendor|publisher|company|manufacturer|organization|partner)$/, words('tax number, #annual turnover, #number of employees, contract end, contact person, credit rating, stock symbol, headquarters, founder, CEO, bank details')],
  [/\b(copy|asset|device|machine|equipment)$/, words('colour, #repair cost, insurance, #weight, previous owner, RFID tag, inspection date, photo')],
];

/** Columns that a table of this name could have but seldom has, beside the general ones. @param singular the name of one of its rows */
export function domainConcepts(singular: string): Concept[] {
  return attributes.filter(([pattern]) => pattern.test(singular)).flatMap(([, names]) => names.map((name) => {
    const noun = name.replace(/^#/, '');
    return concept(noun, tracesOf(noun), name.startsWith('#'));
  }));
}

/** The schema would use one of the longer words of the name. */
function tracesOf(noun: string): RegExp {
  const telling = noun.toLowerCase().split(' ').filter((word) => word.length > 3 && !/^(number|last|first|next|name|previous|favourite|customer|user|home|reason|annual)$/.test(word)).map((word) => word.replace(/s$/, '').slice(0, 7));
  return telling.length === 0 ? new RegExp(noun.toLowerCase()) : new RegExp(telling.join('|'));
}
