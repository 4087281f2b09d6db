CREATE TYPE booking_status AS ENUM ('reserved', 'checked_in', 'checked_out', 'cancelled', 'no_show');

CREATE TYPE payment_method AS ENUM ('cash', 'credit_card', 'debit_card', 'bank_transfer', 'voucher');

CREATE TABLE hotels (
  hotel_id integer PRIMARY KEY,
  name varchar(100) NOT NULL,
  street varchar(120) NOT NULL,
  city varchar(80) NOT NULL,
  country varchar(60) NOT NULL,
  stars smallint NOT NULL,
  opened_on date NOT NULL,
  has_pool boolean NOT NULL DEFAULT false,
  has_parking boolean NOT NULL DEFAULT false,
  phone varchar(30),
  CHECK (stars BETWEEN 1 AND 5)
);

CREATE TABLE room_types (
  room_type_id integer PRIMARY KEY,
  name varchar(50) NOT NULL,
  max_guests smallint NOT NULL,
  base_price numeric(8,2) NOT NULL,
  UNIQUE (name)
);

CREATE TABLE rooms (
  room_id integer PRIMARY KEY,
  hotel_id integer NOT NULL,
  room_type_id integer NOT NULL,
  room_number varchar(10) NOT NULL,
  floor smallint NOT NULL,
  has_balcony boolean NOT NULL DEFAULT false,
  sea_view boolean NOT NULL DEFAULT false,
  last_renovated_on date,
  out_of_service boolean NOT NULL DEFAULT false,
  UNIQUE (hotel_id, room_number)
);

CREATE TABLE guests (
  guest_id integer PRIMARY KEY,
  first_name varchar(60) NOT NULL,
  last_name varchar(60) NOT NULL,
  email varchar(120),
  phone varchar(30),
  country varchar(60),
  birth_date date,
  loyalty_tier varchar(10),
  newsletter boolean NOT NULL DEFAULT false,
  registered_at timestamp NOT NULL DEFAULT now(),
  CHECK (loyalty_tier IN ('bronze', 'silver', 'gold', 'platinum'))
);

CREATE TABLE staff (
  staff_id integer PRIMARY KEY,
  hotel_id integer NOT NULL,
  first_name varchar(60) NOT NULL,
  last_name varchar(60) NOT NULL,
  job_title varchar(20) NOT NULL,
  monthly_salary numeric(9,2) NOT NULL,
  hired_on date NOT NULL,
  left_on date,
  supervisor_id integer,
  CHECK (job_title IN ('manager', 'receptionist', 'housekeeper', 'chef', 'waiter', 'technician', 'accountant'))
);

CREATE TABLE bookings (
  booking_id integer PRIMARY KEY,
  guest_id integer NOT NULL,
  room_id integer NOT NULL,
  booked_at timestamp NOT NULL DEFAULT now(),
  check_in date NOT NULL,
  check_out date NOT NULL,
  adults smallint NOT NULL DEFAULT 1,
  children smallint NOT NULL DEFAULT 0,
  breakfast boolean NOT NULL DEFAULT false,
  status booking_status NOT NULL DEFAULT 'reserved',
  channel varchar(20) NOT NULL,
  total_price numeric(10,2) NOT NULL,
  special_request text,
  cancelled_at timestamp,
  taken_by integer,
  CHECK (channel IN ('website', 'phone', 'walk_in', 'agency', 'booking_site'))
);

CREATE TABLE payments (
  payment_id integer PRIMARY KEY,
  booking_id integer NOT NULL,
  amount numeric(10,2) NOT NULL,
  method payment_method NOT NULL,
  paid_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE reviews (
  review_id integer PRIMARY KEY,
  booking_id integer NOT NULL,
  rating smallint NOT NULL,
  body text,
  posted_at timestamp NOT NULL DEFAULT now(),
  reply text,
  UNIQUE (booking_id),
  CHECK (rating BETWEEN 1 AND 5)
);

CREATE TABLE maintenance_tickets (
  ticket_id integer PRIMARY KEY,
  room_id integer NOT NULL,
  category varchar(20) NOT NULL,
  priority varchar(10) NOT NULL DEFAULT 'normal',
  description text NOT NULL,
  reported_by integer,
  assigned_to integer,
  opened_at timestamp NOT NULL DEFAULT now(),
  closed_at timestamp,
  cost numeric(9,2),
  CHECK (category IN ('plumbing', 'electrical', 'heating', 'furniture', 'internet', 'other')),
  CHECK (priority IN ('low', 'normal', 'high', 'urgent'))
);

ALTER TABLE rooms ADD FOREIGN KEY (hotel_id) REFERENCES hotels (hotel_id);

ALTER TABLE rooms ADD FOREIGN KEY (room_type_id) REFERENCES room_types (room_type_id);

ALTER TABLE staff ADD FOREIGN KEY (hotel_id) REFERENCES hotels (hotel_id);

ALTER TABLE staff ADD FOREIGN KEY (supervisor_id) REFERENCES staff (staff_id);

ALTER TABLE bookings ADD FOREIGN KEY (guest_id) REFERENCES guests (guest_id);

ALTER TABLE bookings ADD FOREIGN KEY (room_id) REFERENCES rooms (room_id);

ALTER TABLE bookings ADD FOREIGN KEY (taken_by) REFERENCES staff (staff_id);

ALTER TABLE payments ADD FOREIGN KEY (booking_id) REFERENCES bookings (booking_id);

ALTER TABLE reviews ADD FOREIGN KEY (booking_id) REFERENCES bookings (booking_id);

ALTER TABLE maintenance_tickets ADD FOREIGN KEY (room_id) REFERENCES rooms (room_id);

ALTER TABLE maintenance_tickets ADD FOREIGN KEY (reported_by) REFERENCES staff (staff_id);

ALTER TABLE maintenance_tickets ADD FOREIGN KEY (assigned_to) REFERENCES staff (staff_id);

COMMENT ON COLUMN room_types.name IS 'e.g. Single, Double, Family, Suite';

COMMENT ON COLUMN room_types.base_price IS 'List price for one night, in EUR';

COMMENT ON COLUMN rooms.last_renovated_on IS 'NULL if the room was never renovated';

COMMENT ON COLUMN guests.country IS 'Country of residence, English name, e.g. Italy, United States';

COMMENT ON COLUMN guests.loyalty_tier IS 'NULL if not a member of the loyalty programme';

COMMENT ON COLUMN staff.left_on IS 'Last working day, NULL while still employed';

COMMENT ON COLUMN bookings.total_price IS 'Agreed price of the whole stay in EUR';

COMMENT ON COLUMN bookings.taken_by IS 'Employee who took the booking, NULL for online bookings';

COMMENT ON COLUMN payments.amount IS 'EUR; negative for a refund';

COMMENT ON COLUMN reviews.rating IS '1 = very bad, 5 = excellent';

COMMENT ON COLUMN reviews.reply IS 'Answer of the hotel, NULL if there is none';

COMMENT ON COLUMN maintenance_tickets.closed_at IS 'NULL while the problem is not fixed';
