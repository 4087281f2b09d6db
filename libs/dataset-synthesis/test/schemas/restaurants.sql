CREATE TYPE order_channel AS ENUM ('dine_in', 'takeaway', 'delivery', 'catering');
CREATE TYPE order_status AS ENUM ('open', 'preparing', 'served', 'paid', 'cancelled');
CREATE TYPE booking_source AS ENUM ('phone', 'website', 'walk_in', 'partner_app');

CREATE TABLE branches (
    id               integer PRIMARY KEY,
    name             text NOT NULL UNIQUE,
    address          text NOT NULL,
    city             text NOT NULL CHECK (city IN ('Milan', 'Rome', 'Turin', 'Bologna', 'Naples', 'Florence')),
    phone            text NOT NULL,
    email            text,
    opening_date     date NOT NULL,
    indoor_seats     integer NOT NULL,
    terrace_seats    integer NOT NULL DEFAULT 0,
    monthly_rent     numeric(10,2) NOT NULL,
    delivers         boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE branches IS 'Restaurants of the chain';
COMMENT ON COLUMN branches.monthly_rent IS 'EUR per month, VAT excluded';
COMMENT ON COLUMN branches.delivers IS 'Whether the branch takes delivery orders';

CREATE TABLE employees (
    id               integer PRIMARY KEY,
    branch_id        integer NOT NULL REFERENCES branches (id),
    supervisor_id    integer REFERENCES employees (id),
    full_name        text NOT NULL,
    email            text UNIQUE,
    phone            text,
    birth_date       date NOT NULL,
    role             text NOT NULL CHECK (role IN ('manager', 'head chef', 'cook', 'waiter', 'bartender', 'dishwasher', 'driver')),
    contract         text NOT NULL CHECK (contract IN ('permanent', 'fixed-term', 'seasonal', 'apprentice')),
    monthly_salary   numeric(8,2) NOT NULL CHECK (monthly_salary > 0),
    weekly_hours     numeric(4,1) NOT NULL,
    start_date       date NOT NULL,
    end_date         date
);
COMMENT ON COLUMN employees.supervisor_id IS 'Direct boss; NULL for branch managers';
COMMENT ON COLUMN employees.monthly_salary IS 'Gross, in EUR';
COMMENT ON COLUMN employees.end_date IS 'NULL = still employed';

CREATE TABLE suppliers (
    id               integer PRIMARY KEY,
    company_name     text NOT NULL UNIQUE,
    contact_name     text,
    email            text NOT NULL,
    phone            text,
    country          text NOT NULL CHECK (country IN ('Italy', 'France', 'Spain', 'Greece', 'Germany', 'Netherlands')),
    vat_number       text NOT NULL UNIQUE,
    payment_days     integer NOT NULL DEFAULT 30,
    rating           integer CHECK (rating BETWEEN 1 AND 5),
    active           boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE suppliers IS 'Companies we buy ingredients from';
COMMENT ON COLUMN suppliers.contact_name IS 'Person to call';
COMMENT ON COLUMN suppliers.payment_days IS 'Agreed payment term in days';
COMMENT ON COLUMN suppliers.rating IS 'Purchasing team''s score, 1 (poor) to 5 (excellent)';

CREATE TABLE ingredients (
    id               integer PRIMARY KEY,
    supplier_id      integer NOT NULL REFERENCES suppliers (id),
    name             text NOT NULL UNIQUE,
    unit             text NOT NULL CHECK (unit IN ('kg', 'litre', 'piece', 'bunch')),
    unit_cost        numeric(8,3) NOT NULL,
    storage          text NOT NULL CHECK (storage IN ('dry', 'fridge', 'freezer', 'cellar')),
    shelf_life_days  integer,
    organic          boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN ingredients.unit_cost IS 'Last purchase price in EUR per unit';
COMMENT ON COLUMN ingredients.shelf_life_days IS 'Days it keeps after delivery; NULL if it does not go off';

CREATE TABLE dishes (
    id               integer PRIMARY KEY,
    name             text NOT NULL UNIQUE,
    description      text,
    course           text NOT NULL CHECK (course IN ('starter', 'pasta', 'pizza', 'main', 'side', 'dessert', 'drink')),
    price            numeric(6,2) NOT NULL CHECK (price > 0),
    calories         integer,
    prep_minutes     integer NOT NULL,
    spiciness        integer NOT NULL DEFAULT 0 CHECK (spiciness BETWEEN 0 AND 3),
    vegetarian       boolean NOT NULL,
    gluten_free      boolean NOT NULL,
    added_on         date NOT NULL,
    withdrawn_on     date
);
COMMENT ON TABLE dishes IS 'The menu, same in every branch';
COMMENT ON COLUMN dishes.price IS 'Menu price in EUR, VAT included';
COMMENT ON COLUMN dishes.calories IS 'kcal per portion';
COMMENT ON COLUMN dishes.prep_minutes IS 'Typical kitchen time in minutes';
COMMENT ON COLUMN dishes.spiciness IS '0 = mild, 3 = very hot';
COMMENT ON COLUMN dishes.withdrawn_on IS 'Taken off the menu on this day; NULL if still on it';

CREATE TABLE dish_ingredients (
    dish_id          integer NOT NULL REFERENCES dishes (id),
    ingredient_id    integer NOT NULL REFERENCES ingredients (id),
    quantity         numeric(8,3) NOT NULL CHECK (quantity > 0),
    optional         boolean NOT NULL DEFAULT false,
    PRIMARY KEY (dish_id, ingredient_id)
);
COMMENT ON TABLE dish_ingredients IS 'Recipes';
COMMENT ON COLUMN dish_ingredients.quantity IS 'Amount for one portion, in the ingredient''s unit';
COMMENT ON COLUMN dish_ingredients.optional IS 'Can be left out on request';

CREATE TABLE guests (
    id               integer PRIMARY KEY,
    first_name       text NOT NULL,
    last_name        text NOT NULL,
    email            text UNIQUE,
    phone            text NOT NULL,
    city             text,
    birthday         date,
    allergies        text,
    vip              boolean NOT NULL DEFAULT false,
    created_at       timestamp NOT NULL
);
COMMENT ON TABLE guests IS 'Known customers (booked or ordered at least once with a name)';

CREATE TABLE bookings (
    id               integer PRIMARY KEY,
    branch_id        integer NOT NULL REFERENCES branches (id),
    guest_id         integer NOT NULL REFERENCES guests (id),
    booked_for       timestamp NOT NULL,
    party_size       integer NOT NULL CHECK (party_size > 0),
    source           booking_source NOT NULL,
    occasion         text CHECK (occasion IN ('birthday', 'anniversary', 'business', 'wedding', 'graduation')),
    notes            text,
    created_at       timestamp NOT NULL,
    cancelled_at     timestamp
);
COMMENT ON TABLE bookings IS 'Table reservations';
COMMENT ON COLUMN bookings.booked_for IS 'Date and time the guests are expected';
COMMENT ON COLUMN bookings.party_size IS 'Number of people';
COMMENT ON COLUMN bookings.cancelled_at IS 'NULL unless the reservation was cancelled';

CREATE TABLE orders (
    id               integer PRIMARY KEY,
    branch_id        integer NOT NULL REFERENCES branches (id),
    guest_id         integer REFERENCES guests (id),
    waiter_id        integer REFERENCES employees (id),
    channel          order_channel NOT NULL,
    status           order_status NOT NULL,
    payment_method   text CHECK (payment_method IN ('cash', 'card', 'meal voucher', 'online')),
    tip              numeric(6,2) NOT NULL DEFAULT 0,
    discount_pct     numeric(4,1) NOT NULL DEFAULT 0 CHECK (discount_pct BETWEEN 0 AND 100),
    placed_at        timestamp NOT NULL,
    paid_at          timestamp
);
COMMENT ON COLUMN orders.guest_id IS 'NULL when we do not know the customer';
COMMENT ON COLUMN orders.waiter_id IS 'Employee who took the order; NULL for online orders';
COMMENT ON COLUMN orders.tip IS 'EUR';
COMMENT ON COLUMN orders.discount_pct IS 'Discount on the whole bill, percent';
COMMENT ON COLUMN orders.paid_at IS 'NULL until the bill is settled';

CREATE TABLE order_items (
    id               integer PRIMARY KEY,
    order_id         integer NOT NULL REFERENCES orders (id),
    dish_id          integer NOT NULL REFERENCES dishes (id),
    quantity         integer NOT NULL DEFAULT 1 CHECK (quantity > 0),
    unit_price       numeric(6,2) NOT NULL,
    remarks          text
);
COMMENT ON TABLE order_items IS 'Lines of an order';
COMMENT ON COLUMN order_items.unit_price IS 'Price per portion in EUR at the time of the order';

CREATE INDEX ON orders (branch_id, placed_at);
CREATE INDEX ON order_items (order_id);
