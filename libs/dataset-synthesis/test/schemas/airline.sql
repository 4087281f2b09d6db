-- airline ops + bookings (grew over the years)

CREATE TYPE cabin AS ENUM ('economy', 'premium_economy', 'business', 'first');
CREATE TYPE flight_state AS ENUM ('scheduled', 'boarding', 'departed', 'landed', 'delayed', 'diverted', 'cancelled');

CREATE TABLE airports (
    iata        char(3) PRIMARY KEY,
    name        text NOT NULL,
    city        text NOT NULL,
    country     text NOT NULL CHECK (country IN ('Spain', 'Portugal', 'France', 'United Kingdom', 'Morocco', 'Germany', 'Brazil', 'United States')),
    elevation_m integer,
    runways     smallint NOT NULL DEFAULT 1,
    is_hub      boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE airports IS 'Airports we fly to';
COMMENT ON COLUMN airports.iata IS '3-letter IATA code';
COMMENT ON COLUMN airports.elevation_m IS 'metres above sea level';

CREATE TABLE aircraft (
    tail_no       varchar(8) PRIMARY KEY,
    model         text NOT NULL CHECK (model IN ('A319', 'A320', 'A321neo', 'A330-300', '737-800', '787-9', 'E195')),
    seats         integer NOT NULL CHECK (seats > 0),
    range_km      integer,
    year_built    smallint NOT NULL,
    ownership     text NOT NULL CHECK (ownership IN ('owned', 'leased', 'wet lease')),
    retired_on    date
);
COMMENT ON COLUMN aircraft.tail_no IS 'registration, e.g. EC-MXA';
COMMENT ON COLUMN aircraft.retired_on IS 'out of the fleet since; null = in service';

CREATE TABLE routes (
    route_id     integer PRIMARY KEY,
    origin       char(3) NOT NULL REFERENCES airports (iata),
    destination  char(3) NOT NULL REFERENCES airports (iata),
    distance_km  integer NOT NULL,
    block_min    integer NOT NULL,
    UNIQUE (origin, destination),
    CHECK (origin <> destination)
);
COMMENT ON TABLE routes IS 'Directed airport pairs';
COMMENT ON COLUMN routes.block_min IS 'planned gate-to-gate time in minutes';

CREATE TABLE flight (
    id               bigint PRIMARY KEY,
    flight_no        varchar(7) NOT NULL,
    route_id         integer NOT NULL REFERENCES routes (route_id),
    aircraft_tail    varchar(8) REFERENCES aircraft (tail_no),
    state            flight_state NOT NULL DEFAULT 'scheduled',
    sched_dep        timestamptz NOT NULL,
    sched_arr        timestamptz NOT NULL,
    actual_dep       timestamptz,
    actual_arr       timestamptz,
    delay_reason     text CHECK (delay_reason IN ('weather', 'technical', 'crew', 'air traffic control', 'late inbound', 'security')),
    load_factor      numeric(5,2),
    fuel_kg          integer
);
COMMENT ON TABLE flight IS 'Individual flights (one departure on one day)';
COMMENT ON COLUMN flight.flight_no IS 'e.g. VX1204, repeats every day';
COMMENT ON COLUMN flight.actual_dep IS 'off-block time, null = has not left';
COMMENT ON COLUMN flight.actual_arr IS 'null = has not landed';
COMMENT ON COLUMN flight.load_factor IS '% of seats occupied';
COMMENT ON COLUMN flight.fuel_kg IS 'fuel burned, kg';

CREATE TABLE crew_members (
    crew_id       integer PRIMARY KEY,
    full_name     text NOT NULL,
    role          text NOT NULL CHECK (role IN ('captain', 'first officer', 'purser', 'flight attendant')),
    born_on       date NOT NULL,
    base          char(3) NOT NULL REFERENCES airports (iata),
    email         text UNIQUE,
    mentor_id     integer REFERENCES crew_members (crew_id),
    hired_on      date NOT NULL,
    left_on       date,
    monthly_pay   numeric(9,2) NOT NULL,
    flight_hours  numeric(8,1) NOT NULL DEFAULT 0
);
COMMENT ON COLUMN crew_members.base IS 'home airport';
COMMENT ON COLUMN crew_members.mentor_id IS 'senior crew member in charge of training';
COMMENT ON COLUMN crew_members.left_on IS 'null = still employed';
COMMENT ON COLUMN crew_members.monthly_pay IS 'gross, EUR';
COMMENT ON COLUMN crew_members.flight_hours IS 'career total';

CREATE TABLE flight_crew (
    flight_id  bigint NOT NULL REFERENCES flight (id),
    crew_id    integer NOT NULL REFERENCES crew_members (crew_id),
    standby    boolean NOT NULL DEFAULT false,
    PRIMARY KEY (flight_id, crew_id)
);
COMMENT ON TABLE flight_crew IS 'who works on which flight';
COMMENT ON COLUMN flight_crew.standby IS 'reserve only, not on board';

CREATE TABLE passengers (
    id             bigint PRIMARY KEY,
    given_name     text NOT NULL,
    surname        text NOT NULL,
    dob            date,
    nationality    char(2),
    passport_no    varchar(12) UNIQUE,
    email          text,
    phone          text,
    ff_tier        text CHECK (ff_tier IN ('blue', 'silver', 'gold', 'platinum')),
    miles_balance  integer NOT NULL DEFAULT 0,
    needs_assistance boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN passengers.nationality IS 'ISO 2-letter country code';
COMMENT ON COLUMN passengers.ff_tier IS 'frequent flyer status, null = not in the programme';
COMMENT ON COLUMN passengers.needs_assistance IS 'wheelchair or other help at the airport';

CREATE TABLE bookings (
    pnr           char(6) PRIMARY KEY,
    booked_by     bigint NOT NULL REFERENCES passengers (id),
    channel       text NOT NULL CHECK (channel IN ('website', 'app', 'travel agency', 'call centre', 'airport desk')),
    booked_at     timestamptz NOT NULL,
    total_amt     numeric(10,2) NOT NULL,
    currency      char(3) NOT NULL DEFAULT 'EUR' CHECK (currency IN ('EUR', 'GBP', 'USD', 'BRL')),
    cancelled_at  timestamptz
);
COMMENT ON COLUMN bookings.pnr IS 'booking reference';
COMMENT ON COLUMN bookings.booked_by IS 'passenger who made and paid the booking';
COMMENT ON COLUMN bookings.cancelled_at IS 'null = valid booking';

CREATE TABLE tickets (
    ticket_no     char(13) PRIMARY KEY,
    pnr           char(6) NOT NULL REFERENCES bookings (pnr),
    passenger_id  bigint NOT NULL REFERENCES passengers (id),
    flight_id     bigint NOT NULL REFERENCES flight (id),
    class         cabin NOT NULL,
    seat          varchar(4),
    fare          numeric(9,2) NOT NULL,
    bags          smallint NOT NULL DEFAULT 0,
    meal          text CHECK (meal IN ('standard', 'vegetarian', 'vegan', 'halal', 'kosher', 'child')),
    checked_in_at timestamptz,
    UNIQUE (flight_id, seat)
);
COMMENT ON TABLE tickets IS 'one passenger on one flight';
COMMENT ON COLUMN tickets.fare IS 'EUR incl. taxes';
COMMENT ON COLUMN tickets.bags IS 'checked bags';
COMMENT ON COLUMN tickets.checked_in_at IS 'null = not checked in';

CREATE TABLE feedback (
    feedback_id  integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_no    char(13) NOT NULL REFERENCES tickets (ticket_no),
    score        smallint NOT NULL CHECK (score BETWEEN 0 AND 10),
    topic        text NOT NULL CHECK (topic IN ('punctuality', 'crew', 'food', 'comfort', 'baggage', 'price')),
    comment_text text,
    submitted_on date NOT NULL,
    resolved_on  date
);
COMMENT ON COLUMN feedback.score IS '0 (terrible) to 10 (excellent)';
COMMENT ON COLUMN feedback.resolved_on IS 'null = case still open';

CREATE INDEX flight_sched_dep_idx ON flight (sched_dep);
CREATE INDEX tickets_passenger_idx ON tickets (passenger_id);
