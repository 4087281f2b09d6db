import { parseDdl } from '@sqlwright/schema';
import { synthesizeByGrammar } from './synthesize-by-grammar.ts';

const schema = await parseDdl(`
  CREATE TABLE member (id int PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, email text, phone text, joined_on date NOT NULL, expires_on date);
  CREATE TABLE author (id int PRIMARY KEY, full_name text NOT NULL);
  CREATE TABLE book (id int PRIMARY KEY, title text NOT NULL, pages int, language text);
  CREATE TABLE book_author (book_id int REFERENCES book (id), author_id int REFERENCES author (id), PRIMARY KEY (book_id, author_id));
  CREATE TABLE copy (id int PRIMARY KEY, book_id int NOT NULL REFERENCES book (id), price numeric);
  CREATE TABLE loan (id int PRIMARY KEY, copy_id int NOT NULL REFERENCES copy (id), member_id int NOT NULL REFERENCES member (id), borrowed_at timestamp NOT NULL, due_date date NOT NULL, returned_at timestamp);
  CREATE TABLE fine (id int PRIMARY KEY, loan_id int NOT NULL REFERENCES loan (id), amount numeric NOT NULL, issued_on date NOT NULL, paid_on date);`);
const samples = synthesizeByGrammar({ schema, domains: { 'book.language': ['English', 'French'] }, samples: 4000, randomSeed: 5, abstention: 'none', today: '2026-11-22' });

/** The questions of the statements that begin so, or of which that part does; `x.` stands for the alias of any table. */
const asked = (sql: string): string[] => samples.filter((sample) => sample.sql.replace(/\b(book|copy|loan|member) [a-z]{1,2}\b(?! )/g, '$1 x').replace(/\b[a-z]{1,2}\./g, 'x.').replace(/\b(FROM|JOIN) (\w+) (?!ON|WHERE|GROUP|ORDER|JOIN)[a-z]{1,2} /g, '$1 $2 x ').replace(sql.startsWith('FROM') ? /^.*?(?=FROM)/ : '', '').startsWith(sql)).flatMap(({ questions }) => questions.map((question) => question.toLowerCase()));

describe('what people ask most', () => {
  it.each([
    ['late and open', 'SELECT * FROM loan WHERE due_date < CURRENT_DATE AND returned_at IS NULL', /overdue|past due/],
    ['has come back late', 'FROM loan WHERE returned_at::date > due_date', /late|after the due date/],
    ['has run out', 'SELECT first_name, last_name FROM member WHERE expires_on < CURRENT_DATE', /expired|lapsed/],
    ['was never had', 'SELECT x.title FROM book x WHERE NOT EXISTS (SELECT 1 FROM copy x JOIN loan x ON x.copy_id = x.id WHERE x.book_id = x.id)', /neve?r (been )?borr|no(t once| loans)|without/],
    ['who never did', 'SELECT x.first_name, x.last_name FROM member x WHERE NOT EXISTS (SELECT 1 FROM loan x WHERE x.member_id = x.id)', /never|n(o|ot) |without/],
    ['most had', 'SELECT x.title FROM book x JOIN copy x ON x.book_id = x.id JOIN loan x ON x.copy_id = x.id GROUP BY x.id, x.title ORDER BY COUNT(*) DESC FETCH', /most/],
    ['who had it', 'SELECT first_name, last_name FROM member WHERE id IN (SELECT member_id FROM loan WHERE copy_id IN (SELECT id FROM copy WHERE book_id IN', /who|members|borrow/],
    ['who made it', 'SELECT full_name FROM author WHERE id IN (SELECT author_id FROM book_author WHERE book_id IN', /wrote|author|writer/],
    ['neither of two', 'SELECT first_name, last_name FROM member WHERE email IS NULL AND phone IS NULL', /neither|no |without/],
    ['more than a member of it', 'SELECT COUNT(*) FROM member', /members/],
    ['at both ends', 'SELECT MIN(pages), MAX(pages) FROM book', /min|max|lowest|smallest|range/],
    ['all together', 'SELECT SUM(amount) FROM fine', /total|sum|together|combined|overall|add up/],
  ])('%s', (_, sql, words) => {
    const questions = asked(sql);
    expect(questions.length).toBeGreaterThan(0);
    expect(questions.filter((question) => words.test(question)).length / questions.length).toBeGreaterThan(0.6);
  });

  it('is asked for in many ways', () => {
    const ways = new Set(asked('SELECT COUNT(*) FROM member').map((question) => question.replace(/\W/g, '')));
    expect(ways.size).toBeGreaterThan(15);
  });

  it('misspells no value that only the person knows', () => {
    const named = samples.filter(({ sql }) => /first_name ILIKE '[A-Z][a-z]+' AND last_name ILIKE '[A-Z][a-z]+'/.test(sql));
    expect(named.length).toBeGreaterThan(50);
    const lost = named.filter(({ sql, questions }) => {
      const [, first = '', last = ''] = /first_name ILIKE '(\w+)' AND last_name ILIKE '(\w+)'/.exec(sql) ?? [];
      return questions.some((question) => ![first, last].every((name) => question.toLowerCase().includes(name.toLowerCase())));
    });
    expect(lost).toEqual([]);
  });
});
