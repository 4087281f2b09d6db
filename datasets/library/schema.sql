CREATE TYPE copy_status AS ENUM ('available', 'on loan', 'in transit', 'in repair', 'lost', 'withdrawn');

CREATE TYPE hold_status AS ENUM ('waiting', 'ready', 'collected', 'expired', 'cancelled');

CREATE TABLE branch (
  branch_id smallint PRIMARY KEY,
  name text NOT NULL,
  district text NOT NULL,
  street text,
  phone varchar(20),
  opened_on date,
  floor_area_sqm integer,
  is_accessible boolean NOT NULL DEFAULT true,
  UNIQUE (name),
  CHECK (((floor_area_sqm >= 80) AND (floor_area_sqm <= 9000)))
);

CREATE TABLE staff (
  staff_id integer PRIMARY KEY,
  branch_id smallint NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  job_title text NOT NULL,
  email varchar(120),
  hired_on date NOT NULL,
  hrs_per_week numeric(4,1),
  supervisor_id integer,
  UNIQUE (email),
  CHECK (((hrs_per_week >= (6)::numeric) AND (hrs_per_week <= (40)::numeric)))
);

CREATE TABLE member (
  member_id integer PRIMARY KEY,
  card_no varchar(12) NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  dob date,
  email varchar(120),
  phone varchar(20),
  district text,
  membership_type text NOT NULL,
  joined_on date NOT NULL,
  expires_on date,
  home_branch_id smallint,
  is_blocked boolean NOT NULL DEFAULT false,
  UNIQUE (card_no),
  CHECK ((membership_type = ANY (ARRAY['adult'::text, 'student'::text, 'child'::text, 'senior'::text, 'family'::text, 'institution'::text])))
);

CREATE TABLE publisher (
  publisher_id integer PRIMARY KEY,
  name text NOT NULL,
  country text,
  UNIQUE (name)
);

CREATE TABLE author (
  author_id integer PRIMARY KEY,
  full_name text NOT NULL,
  nationality text,
  birth_year smallint,
  death_year smallint,
  CHECK (((birth_year >= 1750) AND (birth_year <= 2005))),
  CHECK (((death_year >= 1800) AND (death_year <= 2026)))
);

CREATE TABLE book (
  book_id integer PRIMARY KEY,
  isbn varchar(13),
  title text NOT NULL,
  publisher_id integer,
  genre text NOT NULL,
  lang text NOT NULL,
  pub_year smallint,
  num_pages integer,
  min_age smallint,
  UNIQUE (isbn),
  CHECK (((pub_year >= 1900) AND (pub_year <= 2026))),
  CHECK (((num_pages >= 8) AND (num_pages <= 1800))),
  CHECK (((min_age >= 0) AND (min_age <= 18)))
);

CREATE TABLE book_author (
  book_id integer NOT NULL,
  author_id integer NOT NULL,
  PRIMARY KEY (book_id, author_id)
);

CREATE TABLE copy (
  copy_id integer PRIMARY KEY,
  book_id integer NOT NULL,
  branch_id smallint NOT NULL,
  barcode varchar(14) NOT NULL,
  format text NOT NULL,
  status copy_status NOT NULL DEFAULT 'available'::copy_status,
  acquired_on date,
  price numeric(6,2),
  shelf_mark varchar(20),
  UNIQUE (barcode),
  CHECK ((format = ANY (ARRAY['hardcover'::text, 'paperback'::text, 'large print'::text, 'audiobook'::text, 'e-book reader'::text]))),
  CHECK (((price >= (0)::numeric) AND (price <= (180)::numeric)))
);

CREATE TABLE loan (
  loan_id integer PRIMARY KEY,
  copy_id integer NOT NULL,
  member_id integer NOT NULL,
  staff_id integer,
  checked_out_at timestamp NOT NULL,
  due_date date NOT NULL,
  returned_at timestamp,
  renewals smallint NOT NULL DEFAULT 0,
  CHECK (((renewals >= 0) AND (renewals <= 3))),
  CHECK (((returned_at IS NULL) OR (returned_at >= checked_out_at)))
);

CREATE TABLE fine (
  fine_id integer PRIMARY KEY,
  loan_id integer NOT NULL,
  reason text NOT NULL,
  amount numeric(6,2) NOT NULL,
  issued_on date NOT NULL,
  paid_on date,
  is_waived boolean NOT NULL DEFAULT false,
  CHECK ((reason = ANY (ARRAY['late return'::text, 'damage'::text, 'loss'::text, 'missing part'::text]))),
  CHECK (((amount >= 0.5) AND (amount <= (120)::numeric)))
);

CREATE TABLE reservation (
  reservation_id integer PRIMARY KEY,
  member_id integer NOT NULL,
  book_id integer NOT NULL,
  pickup_branch_id smallint,
  status hold_status NOT NULL DEFAULT 'waiting'::hold_status,
  placed_at timestamp NOT NULL,
  notified_at timestamp
);

ALTER TABLE staff ADD FOREIGN KEY (branch_id) REFERENCES branch (branch_id);

ALTER TABLE staff ADD FOREIGN KEY (supervisor_id) REFERENCES staff (staff_id);

ALTER TABLE member ADD FOREIGN KEY (home_branch_id) REFERENCES branch (branch_id);

ALTER TABLE book ADD FOREIGN KEY (publisher_id) REFERENCES publisher (publisher_id);

ALTER TABLE book_author ADD FOREIGN KEY (book_id) REFERENCES book (book_id);

ALTER TABLE book_author ADD FOREIGN KEY (author_id) REFERENCES author (author_id);

ALTER TABLE copy ADD FOREIGN KEY (book_id) REFERENCES book (book_id);

ALTER TABLE copy ADD FOREIGN KEY (branch_id) REFERENCES branch (branch_id);

ALTER TABLE loan ADD FOREIGN KEY (copy_id) REFERENCES copy (copy_id);

ALTER TABLE loan ADD FOREIGN KEY (member_id) REFERENCES member (member_id);

ALTER TABLE loan ADD FOREIGN KEY (staff_id) REFERENCES staff (staff_id);

ALTER TABLE fine ADD FOREIGN KEY (loan_id) REFERENCES loan (loan_id);

ALTER TABLE reservation ADD FOREIGN KEY (member_id) REFERENCES member (member_id);

ALTER TABLE reservation ADD FOREIGN KEY (book_id) REFERENCES book (book_id);

ALTER TABLE reservation ADD FOREIGN KEY (pickup_branch_id) REFERENCES branch (branch_id);

CREATE VIEW open_loan AS  SELECT l.loan_id,
    l.member_id,
    m.card_no,
    m.first_name,
    m.last_name,
    b.title,
    c.branch_id,
    l.checked_out_at,
    l.due_date
   FROM (((loan l
     JOIN copy c ON ((c.copy_id = l.copy_id)))
     JOIN book b ON ((b.book_id = c.book_id)))
     JOIN member m ON ((m.member_id = l.member_id)))
  WHERE (l.returned_at IS NULL);

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
