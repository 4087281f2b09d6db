import { parseDdl } from '@sqlwright/schema';
import { fillPlan } from '../fill-plan.ts';
import { buildLexicon } from '../lexicon.ts';
import { createRandom } from '../random.ts';
import { registers, unmark } from '../style/speaker.ts';
import { bothParents } from './both-parents.ts';
import { counts } from './counts.ts';
import { namedStates } from './named-states.ts';
import { ofNamed } from './of-named.ts';
import type { Shape } from './shape.ts';

const library = await parseDdl(`
  CREATE TYPE copy_status AS ENUM ('available', 'lost');
  CREATE TABLE member (id int PRIMARY KEY, full_name text NOT NULL, is_blocked boolean NOT NULL);
  CREATE TABLE author (id int PRIMARY KEY, full_name text NOT NULL, born int);
  CREATE TABLE book (id int PRIMARY KEY, title text NOT NULL);
  CREATE TABLE book_author (book_id int REFERENCES book, author_id int REFERENCES author, PRIMARY KEY (book_id, author_id));
  CREATE TABLE copy (id int PRIMARY KEY, book_id int NOT NULL REFERENCES book, status copy_status NOT NULL);
  CREATE TABLE loan (id int PRIMARY KEY, copy_id int NOT NULL REFERENCES copy, member_id int NOT NULL REFERENCES member, borrowed_at timestamp NOT NULL, returned_at timestamp);
  CREATE TABLE fine (id int PRIMARY KEY, loan_id int NOT NULL REFERENCES loan, amount numeric NOT NULL);`);

async function write(shape: Shape, schema = library): Promise<{ sql: string; asked: string }[]> {
  const [random, lexicon] = [createRandom(2), buildLexicon(schema, {})];
  return fillPlan({ random, lexicon, today: '2026-11-22', usage: new Map() }, [shape], 200, ({ sql, ask }) => {
    const asks = registers.map((register) => ask({ register, random }));
    return { sql, asked: unmark(asks.flatMap(({ what = [], question = [], clause = [], short = [] }) => [...what, ...question, ...clause, ...short]).join('\n')) };
  });
}

describe('everyday shapes', () => {
  it('ask what belongs to one that is named, over one key and two', async () => {
    const samples = await write(ofNamed);
    const of = (pattern: RegExp): string => samples.filter(({ sql }) => pattern.test(sql)).map(({ asked }) => asked).join('\n');
    expect(of(/^SELECT COUNT\(\*\) FROM loan WHERE member_id IN \(SELECT id FROM member WHERE full_name ILIKE '[^']+'\)$/)).toMatch(/How many loans does .* have\?/);
    expect(of(/^SELECT SUM\(amount\) FROM fine WHERE loan_id IN \(SELECT id FROM loan WHERE member_id IN \(SELECT id FROM member /)).toMatch(/total amount of the fines of /);
    expect(of(/^SELECT MAX\(borrowed_at\) FROM loan WHERE member_id/)).toMatch(/When did .* last borrow something\?/);
  });

  it('ask of one thing whether something holds, and say "not" wherever the SQL does', async () => {
    const samples = await write(namedStates);
    const of = (part: string): string[] => samples.filter(({ sql }) => sql.includes(part)).flatMap(({ asked }) => asked.split('\n'));
    expect(of('AND is_blocked)')).toEqual(expect.arrayContaining([expect.stringMatching(/^Is .* blocked\?$/)]));
    expect(of("status = 'lost'")).toEqual(expect.arrayContaining([expect.stringMatching(/^Is copy .* lost\?$/)]));
    expect(of('returned_at IS NOT NULL')).toEqual(expect.arrayContaining([expect.stringMatching(/^Has loan .* been returned\?$/)]));
    expect(of('returned_at IS NULL').length).toBeGreaterThan(5);
    expect(of('returned_at IS NULL').filter((asked) => !/\bnot\b|unreturned|outstanding|open/.test(asked))).toEqual([]);
  });

  it('lay two parents side by side, also over a table between', async () => {
    const samples = await write(bothParents);
    const plain = samples.find(({ sql }) => sql === 'SELECT m.full_name, b.title FROM loan l JOIN member m ON m.id = l.member_id JOIN copy c ON c.id = l.copy_id JOIN book b ON b.id = c.book_id');
    expect(plain?.asked).toMatch(/the (member|patron|library user|reader|borrower) and the book of (all|each of the|the) (loans|checkouts|borrowings)/);
    const loose = await parseDdl('CREATE TABLE a (id int PRIMARY KEY, name text); CREATE TABLE b (id int PRIMARY KEY, name text); CREATE TABLE c (id int PRIMARY KEY, a_id int NOT NULL REFERENCES a, b_id int REFERENCES b);');
    expect(await write(bothParents, loose)).toEqual([]);
  });

  it('know of a link table whom it joins, how many and that it joins none', async () => {
    const samples = await write(counts);
    const of = (pattern: RegExp): string => samples.filter(({ sql }) => pattern.test(sql)).map(({ asked }) => asked).join('\n');
    expect(of(/FROM book WHERE id IN \(SELECT book_id FROM book_author GROUP BY book_id HAVING COUNT\(\*\) /)).toMatch(/books .*(with|have) .* (authors|writers)/);
    expect(of(/FROM author a WHERE NOT EXISTS \(SELECT 1 FROM book_author ba WHERE ba\.author_id = a\.id\)/)).toMatch(/(authors|writers) .*(without|no|not) /);
    expect(of(/FROM book WHERE id IN \(SELECT book_id FROM book_author WHERE author_id IN \(SELECT id FROM author WHERE full_name ILIKE /)).toMatch(/books by /);
  });
});
