/**
 * The database of the test statements, as SQL. It has what librarySchema does not tell of: a table, columns, and functions and an operator that
 * bear PostgreSQL's own names, fit better than those, and do harm.
 */
export const libraryDatabase = `
CREATE SCHEMA archive;
CREATE TYPE loan_state AS ENUM ('open', 'returned', 'lost');
CREATE TABLE member (member_id serial PRIMARY KEY, full_name text, email text, city text, joined_on date, is_active boolean, pin_hash text);
CREATE TABLE book (book_id serial PRIMARY KEY, title text, author text, genre text, price numeric(8,2), tags text[], details jsonb);
CREATE TABLE loan (loan_id serial PRIMARY KEY, member_id integer REFERENCES member, book_id integer REFERENCES book, lent_at timestamp, returned_at timestamp, state loan_state);
CREATE TABLE archive.loan (loan_id integer, member_id integer, closed_on date);
CREATE TABLE staff_login (login text, password text);
CREATE TABLE harm (done text, at timestamptz DEFAULT now());
CREATE FUNCTION purge() RETURNS int LANGUAGE sql VOLATILE AS 'DELETE FROM loan RETURNING 1';
CREATE FUNCTION purge(member) RETURNS int LANGUAGE sql VOLATILE AS 'DELETE FROM loan RETURNING 1';
CREATE FUNCTION lower(integer) RETURNS text LANGUAGE sql VOLATILE AS $$INSERT INTO harm (done) VALUES ('lower') RETURNING done$$;
CREATE FUNCTION length(integer) RETURNS text LANGUAGE sql VOLATILE AS $$INSERT INTO harm (done) VALUES ('length') RETURNING done$$;
CREATE PROCEDURE close_all_loans() LANGUAGE sql AS $$UPDATE loan SET state = 'returned'$$;
INSERT INTO member (full_name, email, city, joined_on, is_active, pin_hash)
  SELECT 'Member ' || i, 'm' || i || '@example.org', (ARRAY['Oslo', 'Rome', NULL])[1 + i % 3], date '2024-01-01' + i * 7, i % 4 <> 0, md5(i::text) FROM generate_series(1, 40) i;
INSERT INTO book (title, author, genre, price, tags, details)
  SELECT 'Book of ' || i, 'Author ' || i % 5, (ARRAY['crime', 'poetry', NULL])[1 + i % 3], i + 0.5, ARRAY['new', 't' || i % 4],
         jsonb_build_object('isbn', i::text, 'year', 1980 + i, 'chapters', jsonb_build_array(jsonb_build_object('name', 'one', 'pages', i))) FROM generate_series(1, 30) i;
INSERT INTO loan (member_id, book_id, lent_at, returned_at, state)
  SELECT 1 + i % 40, 1 + i % 30, timestamp '2025-01-01' + i * interval '1 day', CASE WHEN i % 3 > 0 THEN timestamp '2025-01-05' + i * interval '1 day' END, (ARRAY['open', 'returned', 'lost'])[1 + i % 3]::loan_state FROM generate_series(1, 200) i;
INSERT INTO archive.loan SELECT i, i, date '2023-01-01' + i FROM generate_series(1, 20) i;
INSERT INTO staff_login VALUES ('root', 's3cr3t');
`;
