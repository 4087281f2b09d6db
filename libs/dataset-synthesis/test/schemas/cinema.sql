-- Cinema chain: programme and box office

CREATE TYPE age_rating AS ENUM ('U', 'PG', '12A', '15', '18');
CREATE TYPE ticket_type AS ENUM ('adult', 'child', 'student', 'senior', 'family', 'member');
CREATE TYPE sales_channel AS ENUM ('box office', 'website', 'mobile app', 'kiosk', 'phone');
CREATE TYPE screen_format AS ENUM ('2D', '3D', 'IMAX', '4DX');

CREATE TABLE cinema (
    cinema_id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          varchar(80) NOT NULL UNIQUE,
    street        varchar(120) NOT NULL,
    city          varchar(40) NOT NULL
                  CHECK (city IN ('London', 'Manchester', 'Bristol', 'Leeds', 'Glasgow', 'Cardiff', 'Brighton')),
    postcode      varchar(10) NOT NULL,
    phone         varchar(20),
    opened_on     date NOT NULL,
    closed_on     date,
    has_parking   boolean NOT NULL DEFAULT false
);

CREATE TABLE auditorium (
    auditorium_id  integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cinema_id      integer NOT NULL REFERENCES cinema (cinema_id),
    screen_number  smallint NOT NULL CHECK (screen_number > 0),
    seat_count     integer NOT NULL CHECK (seat_count > 0),
    wheelchair_space_count smallint NOT NULL DEFAULT 0,
    sound_system   varchar(20) NOT NULL CHECK (sound_system IN ('Dolby Atmos', 'Dolby 7.1', 'DTS', 'Stereo')),
    UNIQUE (cinema_id, screen_number)
);

CREATE TABLE film (
    film_id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    title             varchar(160) NOT NULL,
    original_title    varchar(160),
    release_year      smallint NOT NULL CHECK (release_year BETWEEN 1895 AND 2100),
    runtime_minutes   smallint NOT NULL CHECK (runtime_minutes > 0),
    genre             varchar(20) NOT NULL
                      CHECK (genre IN ('action', 'animation', 'comedy', 'documentary', 'drama', 'horror', 'sci-fi', 'thriller')),
    age_rating        age_rating NOT NULL,
    spoken_language   varchar(20) NOT NULL
                      CHECK (spoken_language IN ('English', 'French', 'Spanish', 'Japanese', 'Korean', 'Hindi', 'German')),
    critic_score      numeric(3,1) CHECK (critic_score BETWEEN 0 AND 10),
    production_budget numeric(14,2),
    synopsis          text,
    prequel_film_id   integer REFERENCES film (film_id)
);

CREATE TABLE person (
    person_id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    full_name      varchar(120) NOT NULL,
    date_of_birth  date,
    nationality    varchar(40)
);

CREATE TABLE film_person (
    film_id         integer NOT NULL REFERENCES film (film_id),
    person_id       integer NOT NULL REFERENCES person (person_id),
    credit          varchar(20) NOT NULL CHECK (credit IN ('director', 'actor', 'writer', 'producer', 'composer')),
    character_name  varchar(120),
    PRIMARY KEY (film_id, person_id, credit)
);

CREATE TABLE employee (
    employee_id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    cinema_id      integer NOT NULL REFERENCES cinema (cinema_id),
    first_name     varchar(50) NOT NULL,
    last_name      varchar(50) NOT NULL,
    email          varchar(120) NOT NULL UNIQUE,
    job_title      varchar(30) NOT NULL
                   CHECK (job_title IN ('general manager', 'duty manager', 'projectionist', 'usher', 'cashier', 'cleaner')),
    hourly_wage    numeric(6,2) NOT NULL CHECK (hourly_wage > 0),
    hired_on       date NOT NULL,
    left_on        date,
    manager_employee_id integer REFERENCES employee (employee_id)
);

CREATE TABLE customer (
    customer_id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    first_name      varchar(50) NOT NULL,
    last_name       varchar(50) NOT NULL,
    email           varchar(120) NOT NULL UNIQUE,
    phone           varchar(20),
    birth_year      smallint,
    membership_level varchar(10) NOT NULL DEFAULT 'none'
                    CHECK (membership_level IN ('none', 'bronze', 'silver', 'gold')),
    loyalty_points  integer NOT NULL DEFAULT 0,
    newsletter      boolean NOT NULL DEFAULT false,
    registered_at   timestamp NOT NULL
);

CREATE TABLE screening (
    screening_id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    film_id        integer NOT NULL REFERENCES film (film_id),
    auditorium_id  integer NOT NULL REFERENCES auditorium (auditorium_id),
    starts_at      timestamp NOT NULL,
    screen_format  screen_format NOT NULL DEFAULT '2D',
    base_price     numeric(6,2) NOT NULL CHECK (base_price >= 0),
    subtitled      boolean NOT NULL DEFAULT false,
    cancelled_at   timestamp,
    UNIQUE (auditorium_id, starts_at)
);

CREATE TABLE ticket (
    ticket_id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    screening_id   integer NOT NULL REFERENCES screening (screening_id),
    customer_id    integer REFERENCES customer (customer_id),
    seat_row       char(1) NOT NULL,
    seat_number    smallint NOT NULL,
    ticket_type    ticket_type NOT NULL,
    sales_channel  sales_channel NOT NULL,
    price_paid     numeric(6,2) NOT NULL CHECK (price_paid >= 0),
    discount_percent numeric(4,1) NOT NULL DEFAULT 0 CHECK (discount_percent BETWEEN 0 AND 100),
    barcode        char(13) NOT NULL UNIQUE,
    sold_at        timestamp NOT NULL,
    refunded_at    timestamp
);

CREATE TABLE review (
    review_id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    film_id      integer NOT NULL REFERENCES film (film_id),
    customer_id  integer NOT NULL REFERENCES customer (customer_id),
    stars        smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    comment_text text,
    posted_on    date NOT NULL,
    UNIQUE (film_id, customer_id)
);

CREATE INDEX screening_film_idx ON screening (film_id);
CREATE INDEX ticket_screening_idx ON ticket (screening_id);

CREATE VIEW screening_sales AS
SELECT s.screening_id,
       f.title,
       s.starts_at,
       count(t.ticket_id) AS tickets_sold,
       coalesce(sum(t.price_paid), 0) AS revenue
FROM screening s
JOIN film f ON f.film_id = s.film_id
LEFT JOIN ticket t ON t.screening_id = s.screening_id AND t.refunded_at IS NULL
GROUP BY s.screening_id, f.title, s.starts_at;

COMMENT ON TABLE cinema IS 'One row per cinema site';
COMMENT ON COLUMN cinema.closed_on IS 'Date the site closed for good; NULL while it is open';
COMMENT ON TABLE auditorium IS 'A room with one screen inside a cinema';
COMMENT ON COLUMN auditorium.screen_number IS 'Number shown over the door, unique within the cinema';
COMMENT ON COLUMN auditorium.seat_count IS 'Number of seats, wheelchair spaces not included';
COMMENT ON COLUMN film.original_title IS 'Title in the original language, if different';
COMMENT ON COLUMN film.runtime_minutes IS 'Running time in minutes, without adverts and trailers';
COMMENT ON COLUMN film.age_rating IS 'BBFC rating';
COMMENT ON COLUMN film.critic_score IS 'Average press score from 0 to 10';
COMMENT ON COLUMN film.production_budget IS 'Budget in US dollars, where published';
COMMENT ON COLUMN film.prequel_film_id IS 'The film this one is a sequel to';
COMMENT ON TABLE person IS 'Cast and crew';
COMMENT ON TABLE film_person IS 'Who worked on which film and as what';
COMMENT ON COLUMN film_person.character_name IS 'Role played, actors only';
COMMENT ON COLUMN employee.hourly_wage IS 'Gross pay per hour in GBP';
COMMENT ON COLUMN employee.left_on IS 'Last working day; NULL for current staff';
COMMENT ON COLUMN employee.manager_employee_id IS 'Line manager';
COMMENT ON TABLE customer IS 'Registered customers';
COMMENT ON COLUMN customer.newsletter IS 'Agreed to receive the weekly newsletter';
COMMENT ON TABLE screening IS 'One showing of a film in an auditorium';
COMMENT ON COLUMN screening.base_price IS 'Full adult price in GBP';
COMMENT ON COLUMN screening.cancelled_at IS 'When the showing was called off; NULL if it goes ahead';
COMMENT ON COLUMN ticket.customer_id IS 'NULL for anonymous sales';
COMMENT ON COLUMN ticket.price_paid IS 'Amount actually charged in GBP, after discount';
COMMENT ON COLUMN ticket.barcode IS 'EAN-13 scanned at the entrance';
COMMENT ON COLUMN ticket.refunded_at IS 'NULL unless the ticket was refunded';
COMMENT ON VIEW screening_sales IS 'Tickets and takings per showing, refunds left out';
