-- The lending library of a made-up city: schema and made-up content, the same on every run.
-- createdb sqlwright_library && psql -d sqlwright_library -v ON_ERROR_STOP=1 -f source.sql

BEGIN;

CREATE TYPE copy_status AS ENUM ('available', 'on loan', 'in transit', 'in repair', 'lost', 'withdrawn');
CREATE TYPE hold_status AS ENUM ('waiting', 'ready', 'collected', 'expired', 'cancelled');

CREATE TABLE branch (
  branch_id smallint PRIMARY KEY,
  name text NOT NULL UNIQUE,
  district text NOT NULL,
  street text,
  phone varchar(20),
  opened_on date,
  floor_area_sqm integer CHECK (floor_area_sqm BETWEEN 80 AND 9000),
  is_accessible boolean NOT NULL DEFAULT true
);

CREATE TABLE staff (
  staff_id integer PRIMARY KEY,
  branch_id smallint NOT NULL REFERENCES branch,
  first_name text NOT NULL,
  last_name text NOT NULL,
  job_title text NOT NULL,
  email varchar(120) UNIQUE,
  hired_on date NOT NULL,
  hrs_per_week numeric(4,1) CHECK (hrs_per_week BETWEEN 6 AND 40),
  supervisor_id integer REFERENCES staff
);

CREATE TABLE member (
  member_id integer PRIMARY KEY,
  card_no varchar(12) NOT NULL UNIQUE,
  first_name text NOT NULL,
  last_name text NOT NULL,
  dob date,
  email varchar(120),
  phone varchar(20),
  district text,
  membership_type text NOT NULL CHECK (membership_type IN ('adult', 'student', 'child', 'senior', 'family', 'institution')),
  joined_on date NOT NULL,
  expires_on date,
  home_branch_id smallint REFERENCES branch,
  is_blocked boolean NOT NULL DEFAULT false
);

CREATE TABLE publisher (
  publisher_id integer PRIMARY KEY,
  name text NOT NULL UNIQUE,
  country text
);

CREATE TABLE author (
  author_id integer PRIMARY KEY,
  full_name text NOT NULL,
  nationality text,
  birth_year smallint CHECK (birth_year BETWEEN 1750 AND 2005),
  death_year smallint CHECK (death_year BETWEEN 1800 AND 2026)
);

CREATE TABLE book (
  book_id integer PRIMARY KEY,
  isbn varchar(13) UNIQUE,
  title text NOT NULL,
  publisher_id integer REFERENCES publisher,
  genre text NOT NULL,
  lang text NOT NULL,
  pub_year smallint CHECK (pub_year BETWEEN 1900 AND 2026),
  num_pages integer CHECK (num_pages BETWEEN 8 AND 1800),
  min_age smallint CHECK (min_age BETWEEN 0 AND 18)
);

CREATE TABLE book_author (
  book_id integer NOT NULL REFERENCES book,
  author_id integer NOT NULL REFERENCES author,
  PRIMARY KEY (book_id, author_id)
);

CREATE TABLE copy (
  copy_id integer PRIMARY KEY,
  book_id integer NOT NULL REFERENCES book,
  branch_id smallint NOT NULL REFERENCES branch,
  barcode varchar(14) NOT NULL UNIQUE,
  format text NOT NULL CHECK (format IN ('hardcover', 'paperback', 'large print', 'audiobook', 'e-book reader')),
  status copy_status NOT NULL DEFAULT 'available',
  acquired_on date,
  price numeric(6,2) CHECK (price BETWEEN 0 AND 180),
  shelf_mark varchar(20)
);

CREATE TABLE loan (
  loan_id integer PRIMARY KEY,
  copy_id integer NOT NULL REFERENCES copy,
  member_id integer NOT NULL REFERENCES member,
  staff_id integer REFERENCES staff,
  checked_out_at timestamp NOT NULL,
  due_date date NOT NULL,
  returned_at timestamp,
  renewals smallint NOT NULL DEFAULT 0 CHECK (renewals BETWEEN 0 AND 3),
  CHECK (returned_at IS NULL OR returned_at >= checked_out_at)
);

CREATE TABLE fine (
  fine_id integer PRIMARY KEY,
  loan_id integer NOT NULL REFERENCES loan,
  reason text NOT NULL CHECK (reason IN ('late return', 'damage', 'loss', 'missing part')),
  amount numeric(6,2) NOT NULL CHECK (amount BETWEEN 0.5 AND 120),
  issued_on date NOT NULL,
  paid_on date,
  is_waived boolean NOT NULL DEFAULT false
);

CREATE TABLE reservation (
  reservation_id integer PRIMARY KEY,
  member_id integer NOT NULL REFERENCES member,
  book_id integer NOT NULL REFERENCES book,
  pickup_branch_id smallint REFERENCES branch,
  status hold_status NOT NULL DEFAULT 'waiting',
  placed_at timestamp NOT NULL,
  notified_at timestamp
);

CREATE VIEW open_loan AS
SELECT l.loan_id, l.member_id, m.card_no, m.first_name, m.last_name, b.title, c.branch_id, l.checked_out_at, l.due_date
FROM loan l JOIN copy c ON c.copy_id = l.copy_id JOIN book b ON b.book_id = c.book_id JOIN member m ON m.member_id = l.member_id
WHERE l.returned_at IS NULL;

COMMENT ON TABLE branch IS 'Library branch, also called location or site';
COMMENT ON COLUMN branch.district IS 'Part of town';
COMMENT ON COLUMN branch.opened_on IS 'Day of the opening';
COMMENT ON COLUMN branch.floor_area_sqm IS 'Floor area in square metres, also called size';
COMMENT ON COLUMN branch.is_accessible IS 'Can be entered with a wheelchair, also called wheelchair accessible';
COMMENT ON TABLE staff IS 'Everybody on the payroll, also called employee or colleague';
COMMENT ON COLUMN staff.job_title IS 'Also called position or role';
COMMENT ON COLUMN staff.hrs_per_week IS 'Contract hours per week, also called weekly hours';
COMMENT ON COLUMN staff.supervisor_id IS 'Their boss; empty for those who report to the city';
COMMENT ON TABLE member IS 'Everybody with a library card; also called patron, borrower or reader';
COMMENT ON COLUMN member.card_no IS 'Number on the library card, also called card number';
COMMENT ON COLUMN member.dob IS 'Date of birth; institutions have none';
COMMENT ON COLUMN member.membership_type IS 'Kind of membership, also called member category';
COMMENT ON COLUMN member.expires_on IS 'Last day of the membership; NULL: does not expire';
COMMENT ON COLUMN member.home_branch_id IS 'The branch where the member registered';
COMMENT ON COLUMN member.is_blocked IS 'Must not borrow, also called suspended';
COMMENT ON TABLE publisher IS 'Also called publishing house';
COMMENT ON TABLE author IS 'Writers, also called writer';
COMMENT ON COLUMN author.nationality IS 'As an adjective: French';
COMMENT ON COLUMN author.death_year IS 'NULL while living or not known';
COMMENT ON TABLE book IS 'One edition of a work, also called title; the things on the shelf are in copy';
COMMENT ON COLUMN book.genre IS 'Also called category or subject';
COMMENT ON COLUMN book.lang IS 'Language of the text';
COMMENT ON COLUMN book.pub_year IS 'Year of publication, also called publication year';
COMMENT ON COLUMN book.num_pages IS 'Page count, also called length';
COMMENT ON COLUMN book.min_age IS 'Recommended from this age; NULL: everybody';
COMMENT ON TABLE book_author IS 'Who wrote which book; a book may have several authors';
COMMENT ON TABLE copy IS 'A physical item on the shelf, also called item';
COMMENT ON COLUMN copy.status IS 'Where the copy is now';
COMMENT ON COLUMN copy.acquired_on IS 'Day of purchase, also called acquisition date';
COMMENT ON COLUMN copy.price IS 'What we paid, in euros, also called cost';
COMMENT ON TABLE loan IS 'A copy lent to a member, also called checkout';
COMMENT ON COLUMN loan.staff_id IS 'Who was at the desk; NULL at the self-service machine';
COMMENT ON COLUMN loan.checked_out_at IS 'Also called loan date';
COMMENT ON COLUMN loan.returned_at IS 'NULL: still out';
COMMENT ON COLUMN loan.renewals IS 'How often the loan was extended, also called extensions';
COMMENT ON TABLE fine IS 'Also called fee or penalty';
COMMENT ON COLUMN fine.amount IS 'Euros';
COMMENT ON COLUMN fine.paid_on IS 'NULL: unpaid';
COMMENT ON COLUMN fine.is_waived IS 'Forgiven by the branch';
COMMENT ON TABLE reservation IS 'A member waits for a book, also called hold';
COMMENT ON COLUMN reservation.pickup_branch_id IS 'Where the book will be collected';
COMMENT ON COLUMN reservation.notified_at IS 'When the member was told that it is ready';
COMMENT ON VIEW open_loan IS 'Loans that have not come back';

-- A number from 0 to size - 1 out of two numbers, spread well and always the same.
CREATE FUNCTION pg_temp.pick(size integer, number integer, salt integer) RETURNS integer LANGUAGE sql IMMUTABLE AS
$$ SELECT ((('x' || substr(md5(number || ':' || salt), 1, 7))::bit(28)::int) % size) $$;
-- One of a list, earlier ones more often.
CREATE FUNCTION pg_temp.one_of(list text[], number integer, salt integer) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT list[1 + floor(cardinality(list) * power(pg_temp.pick(10000, number, salt) / 10000.0, 1.6))::int] $$;
-- True in so many of a hundred cases.
CREATE FUNCTION pg_temp.chance(percent integer, number integer, salt integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$ SELECT pg_temp.pick(100, number, salt) < percent $$;

INSERT INTO branch VALUES
  (1, 'Central Library', 'Old Town', '1 Market Square', '555-0100', '1908-05-02', 7200, true),
  (2, 'Riverside', 'Riverside', '44 Quay Street', '555-0110', '1974-09-14', 1100, true),
  (3, 'Northgate', 'Northgate', '210 Mill Lane', '555-0120', '1986-03-01', 860, false),
  (4, 'Hillcrest', 'Hillcrest', '9 Chapel Road', '555-0130', '1999-10-18', 640, true),
  (5, 'Harbour', 'Docklands', '3 Pier Road', NULL, '2012-06-23', 930, true),
  (6, 'University Quarter', 'University Quarter', '78 College Street', '555-0150', '2003-10-01', 1500, true),
  (7, 'Eastfield', 'Eastfield', '120 Garden Way', '555-0160', '1991-04-11', 420, false),
  (8, 'Bookmobile', 'Old Town', NULL, '555-0170', NULL, NULL, false),
  (9, 'Westpark', 'Westpark', '17 Lime Avenue', '555-0180', '2024-11-09', 780, true);

INSERT INTO staff
SELECT n, 1 + pg_temp.pick(CASE WHEN n < 20 THEN 9 ELSE 7 END, n, 1),
  pg_temp.one_of('{Anna,Peter,Grace,Tom,Ines,Jakub,Leila,Mark,Rosa,Simon,Helen,David,Petra,Owen,Nadia,Paul}', n, 2),
  pg_temp.one_of('{Novak,Baker,Silva,Hughes,Okafor,Lang,Fischer,Rossi,Moreau,Walsh,Kaya,Berg,Doyle,Stone,Lindqvist}', n, 3),
  CASE WHEN n <= 9 THEN 'Branch Manager' ELSE pg_temp.one_of('{Librarian,Library Assistant,Children''s Librarian,Cataloguer,IT Support,Caretaker,Driver}', n, 4) END,
  CASE WHEN n % 9 <> 4 THEN 'staff' || n || '@citylibrary.example' END,
  DATE '2026-10-31' - pg_temp.pick(9000, n, 5),
  CASE WHEN pg_temp.chance(55, n, 6) THEN 39 WHEN n % 11 <> 3 THEN 12 + pg_temp.pick(40, n, 7) * 0.5 END,
  CASE WHEN n > 9 THEN 1 + pg_temp.pick(9, n, 8) WHEN n > 1 THEN 1 END
FROM generate_series(1, 64) n;

INSERT INTO member
SELECT n, 'L' || lpad((100000 + n * 7)::text, 7, '0'),
  pg_temp.one_of('{Maria,John,Emma,Lukas,Sofia,Liam,Olivia,Noah,Fatima,Mia,Jan,Elena,Omar,Ivy,George,Chloe,Hugo,Amara,Felix,Zoe,Henry,Lena,Arthur,Priya,Mateo,Ruth,Yusuf,Clara,Victor,Ella}', n, 11),
  pg_temp.one_of('{Smith,Novak,Garcia,Brown,Schmidt,Jones,Kowalski,Silva,Taylor,Nguyen,Murphy,Rossi,Ahmed,Larsen,O''Brien,Dubois,Singh,Wagner,Costa,Evans,Horvat,Green,Marino,Petrov,Young,Cohen,Ito,Hall,Weber,Adeyemi}', n, 12),
  CASE WHEN n % 29 <> 0 THEN DATE '2026-10-01' - (CASE WHEN t = 'child' THEN 1500 + pg_temp.pick(4000, n, 13) WHEN t = 'student' THEN 6600 + pg_temp.pick(4000, n, 13)
    WHEN t = 'senior' THEN 23800 + pg_temp.pick(9000, n, 13) ELSE 7000 + pg_temp.pick(16000, n, 13) END) END,
  CASE WHEN NOT pg_temp.chance(14, n, 14) THEN 'reader' || n || '@' || pg_temp.one_of('{gmail.com,outlook.com,posteo.example,yahoo.com,city.example}', n, 15) END,
  CASE WHEN NOT pg_temp.chance(35, n, 16) THEN '555-' || lpad((1000 + n)::text, 4, '0') END,
  CASE WHEN NOT pg_temp.chance(6, n, 17) THEN pg_temp.one_of('{Old Town,Riverside,Northgate,Hillcrest,Docklands,University Quarter,Eastfield,Westpark,Outside}', n, 18) END,
  t, DATE '2026-11-15' - pg_temp.pick(3200, n, 19),
  CASE WHEN t <> 'institution' THEN DATE '2026-07-01' + pg_temp.pick(500, n, 20) END,
  CASE WHEN NOT pg_temp.chance(8, n, 21) THEN 1 + pg_temp.pick(9, n, 22) END, pg_temp.chance(7, n, 23)
FROM (SELECT n, pg_temp.one_of('{adult,student,child,senior,family,institution}', n, 10) AS t FROM generate_series(1, 420) n) members;

INSERT INTO publisher
SELECT n, name, pg_temp.one_of('{United Kingdom,United States,Germany,France,Spain,NULL}'::text[], n, 30)
FROM unnest('{Lantern Press,Harrow & Finch,Blue Heron Books,Nordlicht Verlag,Editions du Pont,Quillon,Marigold House,Old Mill Press,Atlas & Sons,Casa Luna,Paper Kite,Stonebridge,Verdant Books,Fernweh Verlag,
  Tall Ships Publishing,Little Otter,Saffron Street,Meridian Academic,Grey Harbour,Two Rivers Press,Kestrel,Northern Line Books,Papillon,Orchard Lane}'::text[]) WITH ORDINALITY AS list(name, n0), LATERAL (SELECT n0::int AS n) number;
UPDATE publisher SET country = NULL WHERE publisher_id IN (6, 20);

INSERT INTO author
SELECT n, pg_temp.one_of('{Margaret,Thomas,Ingrid,Samuel,Amelie,Pedro,Haruki,Nadine,Walter,Irene,Chinua,Beatriz,Oscar,Selma,Anton,Rosalind,Emil,Toni,Jorge,Agatha}', n, 40) || ' ' ||
    pg_temp.one_of('{Hale,Winter,Lindgren,Osei,Beaumont,Salazar,Mori,Keller,Ashworth,Vance,Adichie,Ferreira,Blake,Holm,Volkov,Carver,Brandt,Quinn,Aguilar,Thorne}', n, 41),
  CASE WHEN n % 17 <> 0 THEN pg_temp.one_of('{British,American,German,French,Swedish,Nigerian,Japanese,Spanish,Brazilian,Irish}', n, 42) END, y,
  CASE WHEN y < 1930 OR (y < 1960 AND pg_temp.chance(30, n, 44)) THEN least(y + 45 + pg_temp.pick(45, n, 45), 2025) END
FROM (SELECT n, CASE WHEN n % 13 <> 0 THEN 1840 + pg_temp.pick(150, n, 43) END AS y FROM generate_series(1, 160) n) authors;

INSERT INTO book
SELECT n, CASE WHEN n % 23 <> 0 THEN '978' || lpad((n * 7654321::bigint % 10000000000)::text, 10, '0') END,
  'The ' || pg_temp.one_of('{Silent,Last,Hidden,Glass,Winter,Paper,Broken,Golden,Lost,Salt,Crooked,Burning,Distant,Second}', n, 50) || ' ' ||
    pg_temp.one_of('{Garden,River,House,Letter,Island,Clock,Harbour,Orchard,Bridge,Summer,Mountain,Mirror,Library,Train,Lighthouse,Forest}', n, 51),
  CASE WHEN n % 19 <> 0 THEN 1 + pg_temp.pick(22, n, 52) END,
  pg_temp.one_of('{Fiction,Crime,Children,History,Science,Biography,Fantasy,Travel,Cooking,Poetry,Comics,Self-Help}', n, 53),
  pg_temp.one_of('{English,German,French,Spanish,Polish,Turkish}', n, 54),
  CASE WHEN n % 31 <> 0 THEN 2026 - floor(power(pg_temp.pick(1000, n, 55) / 1000.0, 2) * 90)::int END,
  CASE WHEN n % 27 <> 0 THEN 24 + pg_temp.pick(680, n, 56) END,
  CASE WHEN pg_temp.chance(35, n, 57) THEN (ARRAY[3, 6, 8, 10, 12, 14, 16, 18])[1 + pg_temp.pick(8, n, 58)] END
FROM generate_series(1, 380) n;

INSERT INTO book_author
SELECT DISTINCT n, 1 + pg_temp.pick(148, n, 60 + k) FROM generate_series(1, 380) n, generate_series(1, 3) k
WHERE n % 37 <> 0 AND (k = 1 OR (k = 2 AND pg_temp.chance(22, n, 64)) OR (k = 3 AND pg_temp.chance(6, n, 65)));

INSERT INTO copy
SELECT n, 1 + pg_temp.pick(360, n, 70), 1 + pg_temp.pick(8, n, 71), 'C' || lpad((n * 13 + 400000)::text, 9, '0'),
  pg_temp.one_of('{paperback,hardcover,audiobook,large print,e-book reader}', n, 72), pg_temp.one_of('{available,on loan,in transit,in repair,lost,withdrawn}', n, 73)::copy_status,
  CASE WHEN n % 21 <> 0 THEN DATE '2026-11-01' - pg_temp.pick(5200, n, 74) END, CASE WHEN n % 15 <> 0 THEN 4.5 + pg_temp.pick(140, n, 75) * 0.25 END,
  CASE WHEN n % 12 <> 0 THEN chr(65 + pg_temp.pick(12, n, 76)) || ' ' || (10 + pg_temp.pick(90, n, 77)) END
FROM generate_series(1, 720) n;

INSERT INTO loan
SELECT n, 1 + pg_temp.pick(640, n, 80), 1 + pg_temp.pick(370, n, 81), CASE WHEN NOT pg_temp.chance(40, n, 82) THEN 1 + pg_temp.pick(60, n, 83) END, out_at, out_at::date + 28,
  CASE WHEN out_at < TIMESTAMP '2026-09-20' AND NOT pg_temp.chance(6, n, 84) THEN out_at + make_interval(days => 1 + pg_temp.pick(45, n, 85), mins => pg_temp.pick(500, n, 86)) END,
  CASE WHEN pg_temp.chance(30, n, 87) THEN 1 + pg_temp.pick(3, n, 88) ELSE 0 END
FROM (SELECT n, TIMESTAMP '2026-11-20 18:00' - make_interval(days => pg_temp.pick(1100, n, 89), mins => pg_temp.pick(540, n, 90)) AS out_at FROM generate_series(1, 1300) n) loans;

INSERT INTO fine
SELECT n, loan_id, pg_temp.one_of('{late return,damage,loss,missing part}', n, 100), 0.5 + pg_temp.pick(40, n, 101) * 0.5,
  coalesce(returned_at::date, due_date + 30), CASE WHEN NOT pg_temp.chance(35, n, 102) THEN coalesce(returned_at::date, due_date + 30) + pg_temp.pick(60, n, 103) END, pg_temp.chance(8, n, 104)
FROM (SELECT row_number() OVER (ORDER BY loan_id)::int AS n, loan_id, returned_at, due_date FROM loan WHERE (returned_at > due_date OR loan_id % 40 = 0) AND due_date < DATE '2026-10-01') late;

INSERT INTO reservation
SELECT n, 1 + pg_temp.pick(400, n, 110), 1 + pg_temp.pick(370, n, 111), CASE WHEN n % 14 <> 0 THEN 1 + pg_temp.pick(9, n, 112) END, pg_temp.one_of('{collected,waiting,ready,expired,cancelled}', n, 113)::hold_status, placed_at,
  CASE WHEN pg_temp.chance(55, n, 114) THEN placed_at + make_interval(days => 1 + pg_temp.pick(40, n, 115)) END
FROM (SELECT n, TIMESTAMP '2026-11-20 17:00' - make_interval(days => pg_temp.pick(500, n, 116), mins => pg_temp.pick(480, n, 117)) AS placed_at FROM generate_series(1, 340) n) holds;

COMMIT;
