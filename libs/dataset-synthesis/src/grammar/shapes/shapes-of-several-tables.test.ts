import { parseDdl } from '@sqlwright/schema';
import type { Draw } from '../draw.ts';
import { buildLexicon } from '../lexicon.ts';
import { createRandom } from '../random.ts';
import { capacity } from './capacity.ts';
import { childCounts, topParents } from './children.ts';
import { moreOrNot } from './compared.ts';
import { distinctPartners } from './distinct-partners.ts';
import { lateness } from './durations.ts';
import { farMany } from './far-counts.ts';
import { fewChildren } from './few-children.ts';
import { lengths } from './lengths.ts';
import { lists } from './lists.ts';
import { parentPercentages } from './parent-percentages.ts';
import { settled } from './settled.ts';
import type { Shape } from './shape.ts';
import { againstOverall, extremeWithOwner, topFigures } from './top-figures.ts';
import { twoPeriods } from './two-periods.ts';

const schema = await parseDdl(`
  CREATE TABLE inns (inn_id int PRIMARY KEY, name text NOT NULL, city text NOT NULL);
  CREATE TABLE rooms (room_id int PRIMARY KEY, inn_id int NOT NULL REFERENCES inns (inn_id), room_number text NOT NULL, out_of_service boolean NOT NULL);
  CREATE TABLE guests (guest_id int PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, newsletter boolean NOT NULL);
  CREATE TABLE clerks (clerk_id int PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, start_date date NOT NULL, end_date date);
  CREATE TABLE bookings (booking_id int PRIMARY KEY, guest_id int NOT NULL REFERENCES guests (guest_id), room_id int NOT NULL REFERENCES rooms (room_id), booked_at timestamp NOT NULL, check_in date NOT NULL, check_out date NOT NULL, adults int NOT NULL, total_price numeric NOT NULL, status text NOT NULL, taken_by int REFERENCES clerks (clerk_id));
  CREATE TABLE payments (payment_id int PRIMARY KEY, booking_id int NOT NULL REFERENCES bookings (booking_id), amount numeric NOT NULL, paid_at timestamp NOT NULL);
  CREATE TABLE tours (tour_id int PRIMARY KEY, title text NOT NULL, max_guests int NOT NULL, starts date NOT NULL, ends date NOT NULL, kind text NOT NULL);
  CREATE TABLE registrations (registration_id int PRIMARY KEY, tour_id int NOT NULL REFERENCES tours (tour_id), guest_id int NOT NULL REFERENCES guests (guest_id), due_on date NOT NULL, paid_on date);
  CREATE TABLE reviews (review_id int PRIMARY KEY, room_id int NOT NULL REFERENCES rooms (room_id), rating int NOT NULL);`);
const domains = { 'bookings.status': ['reserved', 'cancelled', 'no_show'], 'inns.city': ['Lisbon', 'Porto'], 'tours.kind': ['boat', 'bus'] };
const registers = ['plain', 'terse', 'polite'] as const;
const lexicon = buildLexicon(schema, domains);

/** What each cell of a shape writes in sixty draws, in all wordings, by the shape's name. */
const drafts = new Map<string, { question: string; sql: string }[]>();

function asked(shape: Shape, words: RegExp): { question: string; sql: string }[] {
  const known = drafts.get(shape.name) ?? write(shape);
  drafts.set(shape.name, known);
  return known.filter(({ question }) => words.test(question));
}

function write(shape: Shape): { question: string; sql: string }[] {
  const draw: Draw = { random: createRandom(5), lexicon, today: '2026-11-30', usage: new Map() };
  return shape.cells(lexicon).flatMap((cell) => Array.from({ length: 60 }, () => cell.write(draw) ?? [])).flat().flatMap(({ sql, ask }) => registers.flatMap((register) => {
    const { what = [], question = [], short = [] } = ask({ register, random: draw.random });
    return [...what, ...question, ...short].map((each) => ({ question: each.replace(/[⟦⟧≈]/g, '').toLowerCase(), sql }));
  }));
}

describe('shapes of several tables', () => {
  it.each([
    ['who paid most, over two keys', topFigures, /guests? .*paid (us )?the most|who paid (us )?the most/, /^SELECT g\.first_name, g\.last_name FROM guests g JOIN bookings b .* JOIN payments p .* ORDER BY SUM\(p\.amount\) DESC/],
    ['the best rated', topFigures, /(inn|room).*(the (best|worst) (customer )?reviews on average|rated (best|worst) on average|(best|worst) average rating)/, /JOIN reviews .* ORDER BY AVG\(\w+\.rating\)/],
    ['an average beside that of all', againstOverall, /average rating .*(above|below) the overall average/, /HAVING AVG\(\w+\.rating\) [<>] \(SELECT AVG\(rating\) FROM reviews\)/],
    ['the share of each', parentPercentages, /^(?!.*(hi?gh?|lo?w)).*(percentage|share|%) of .*(bookings|reservations).* (per|by) (room|guest|inn)\b/, /COUNT\(\*\) FILTER .*GROUP BY/],
    ['who has the highest share', parentPercentages, /(highest|lowest) (share|percentage|%) of .*(bookings|reservations)/, /ORDER BY 100\.0 \* COUNT\(\*\) FILTER/],
    ['how long something lasts', lengths, /average (number of )?nights (of|per)/, /AVG\((b\.)?check_out - (b\.)?check_in\)/],
    ['the longest', lengths, /longest (booking|reservation)\b/, /check_out - (b\.)?check_in/],
    ['this period beside the last', twoPeriods, /bookings .*this (month|year|week|quarter) (vs\.?|versus|compared (to|with)) last/, /FILTER \(WHERE (booked_at|paid_at) >= .*FILTER \(WHERE (booked_at|paid_at) >= /],
    ['how many different ones', distinctPartners, /booked (more than|over|at least) \w+ different rooms/, /HAVING COUNT\(DISTINCT b\.room_id\) >=? \d/],
    ['more of one kind than of another', moreOrNot, /more \w+ (bookings|reservations) than \w+/, /COUNT\(\*\) FILTER \(WHERE status = '\w+'\) > COUNT\(\*\) FILTER \(WHERE status = /],
    ['who did what a key says', topParents, /who took the most bookings/, /JOIN bookings b ON b\.taken_by = .* ORDER BY COUNT\(\*\) DESC/],
    ['who never did it', lists, /clerks .*never took a (single )?booking/, /NOT EXISTS \(SELECT 1 FROM bookings b WHERE b\.taken_by = /],
    ['what somebody did', lists, /bookings taken by (the )?clerk/, /taken_by (=|IN)/],
    ['a state that is no property', lists, /rooms that are out of service/, /out_of_service/],
    ['only once', lists, /booked (only|just|exactly) once|booked once and never again/, /GROUP BY guest_id HAVING COUNT\(\*\) = 1/],
    ['what lies three keys up', lists, /payments (at|of|for) (the )?inn/, /booking_id IN \(SELECT booking_id FROM bookings WHERE room_id IN \(SELECT room_id FROM rooms WHERE inn_id/],
    ['more than so many, over two keys', farMany, /inns (with|that have|have) (more than|over) \w+ (bookings|reservations|payments)/, /JOIN .* JOIN .*HAVING COUNT\(\*\) > \d/],
    ['fewer than so many, those without any too', fewChildren, /(rooms|tours|guests) .*(with|have) fewer than \w+ (bookings|reservations|registrations|reviews)/, /LEFT JOIN .* HAVING COUNT\(\w+\.\w+\) < \d/],
    ['what is full', capacity, /tours that are (full|fully booked|sold out)$/, /HAVING COUNT\(\w+\.registration_id\) >= \w+\.max_guests/],
    ['how many places are left', capacity, /(places|spots|seats) left in (the )?(each )?(tour|trip)/, /max_guests - COUNT/],
    ['what is not fully paid', settled, /not fully paid|left to pay|paid in full|completely paid|still to be paid/, /COALESCE\(SUM\(p\.amount\), 0\)/],
    ['the highest and whose it is', extremeWithOwner, /(highest|largest|biggest|lowest|smallest) \w+ of .*(payments|bookings|reservations) and (whose it is|the guest)/, /^SELECT \w+\.\w+, g\.first_name, g\.last_name .* ORDER BY \w+\.\w+/],
    ['how long of each kind', lengths, /(duration|length|number of days) of .*(tours|trips|bookings|reservations).* (per|by|each|every) (kind|type|status)/, /^SELECT (kind|status), AVG\((ends - starts|check_out - check_in)\)/],
    ['how late', lateness, /days late of late registrations|when registrations are paid late/, /paid_on - due_on\) FROM registrations WHERE .*paid_on > due_on/],
    ['how many different ones, over two keys', distinctPartners, /top \w+ guests by number of different inns|guests who booked (at )?.*different inns/, /COUNT\(DISTINCT r\w*\.inn_id\)/],
    ['a newsletter', lists, /subscribed to the newsletter/, /newsletter/],
  ])('%s', (_, shape, words, sql) => {
    const found = asked(shape, words);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((sample) => !sql.test(sample.sql))).toEqual([]);
  });

  it('says what each did where the key says it', () => {
    expect(asked(childCounts, /bookings (that each clerk took|taken per clerk|taken by each clerk)/).length).toBeGreaterThan(0);
  });

  it('speaks of nobody as lasting', () => {
    const tables = lengths.cells(lexicon).map(({ name }) => name.split(' ')[0]);
    expect(new Set(tables)).toEqual(new Set(['bookings', 'tours']));
  });

  it('asks for a booking of few adults', () => {
    const numbers = asked(lists, /adults/).flatMap(({ sql }) => [...sql.matchAll(/\badults [<>=]+ (\d+)/g)].map(([, number]) => Number(number)));
    expect(numbers.length).toBeGreaterThan(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(10);
  });
});
