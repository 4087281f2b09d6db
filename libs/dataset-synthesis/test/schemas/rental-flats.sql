-- Flat rental administration for a private landlord
-- Style: singular tables, <table>_id keys

CREATE TYPE contract_status AS ENUM ('draft', 'active', 'notice given', 'ended', 'terminated early');
CREATE TYPE repair_trade AS ENUM ('plumbing', 'electrical', 'heating', 'carpentry', 'painting', 'locksmith', 'appliances');

CREATE TABLE building (
    building_id     integer PRIMARY KEY,
    name            text NOT NULL,
    street          text NOT NULL,
    house_number    varchar(10) NOT NULL,
    postal_code     varchar(10) NOT NULL,
    city            text NOT NULL CHECK (city IN ('Berlin', 'Potsdam', 'Leipzig', 'Dresden', 'Hamburg')),
    year_built      smallint,
    has_elevator    boolean NOT NULL DEFAULT false,
    purchase_date   date,
    purchase_price  numeric(12,2),
    UNIQUE (street, house_number, postal_code)
);
COMMENT ON TABLE building IS 'Houses owned by the landlord';
COMMENT ON COLUMN building.purchase_price IS 'Price paid for the whole building, EUR';

CREATE TABLE flat (
    flat_id         integer PRIMARY KEY,
    building_id     integer NOT NULL REFERENCES building (building_id),
    door_number     varchar(8) NOT NULL,
    floor           smallint NOT NULL,
    rooms           numeric(3,1) NOT NULL CHECK (rooms > 0),
    area            numeric(6,2) NOT NULL,
    heating_type    text NOT NULL CHECK (heating_type IN ('gas', 'district', 'oil', 'heat pump', 'electric')),
    energy_class    char(1) CHECK (energy_class IN ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H')),
    balcony         boolean NOT NULL DEFAULT false,
    pets_allowed    boolean NOT NULL DEFAULT true,
    base_rent       numeric(8,2) NOT NULL,
    description     text,
    UNIQUE (building_id, door_number)
);
COMMENT ON TABLE flat IS 'Single rentable unit in a building';
COMMENT ON COLUMN flat.floor IS '0 = ground floor, negative = basement';
COMMENT ON COLUMN flat.rooms IS 'Number of rooms, half rooms are allowed (2.5)';
COMMENT ON COLUMN flat.area IS 'Living area in square metres';
COMMENT ON COLUMN flat.base_rent IS 'Asking rent per month without utilities, EUR';
COMMENT ON COLUMN flat.description IS 'Text used in adverts';

CREATE TABLE tenant (
    tenant_id       integer PRIMARY KEY,
    first_name      text NOT NULL,
    last_name       text NOT NULL,
    email           text UNIQUE,
    phone           varchar(30),
    date_of_birth   date,
    nationality     text CHECK (nationality IN ('German', 'Polish', 'Turkish', 'Italian', 'Ukrainian', 'French', 'Spanish', 'other')),
    occupation      text,
    monthly_income  numeric(9,2),
    smoker          boolean
);
COMMENT ON COLUMN tenant.monthly_income IS 'Net income stated when applying, EUR';
COMMENT ON COLUMN tenant.smoker IS 'NULL if not asked';

CREATE TABLE contract (
    contract_id       integer PRIMARY KEY,
    contract_number   varchar(20) NOT NULL UNIQUE,
    flat_id           integer NOT NULL REFERENCES flat (flat_id),
    status            contract_status NOT NULL DEFAULT 'draft',
    signed_on         date,
    start_date        date NOT NULL,
    end_date          date,
    monthly_rent      numeric(8,2) NOT NULL,
    utilities_advance numeric(8,2) NOT NULL DEFAULT 0,
    deposit           numeric(8,2) NOT NULL,
    deposit_returned_on date,
    notice_months     smallint NOT NULL DEFAULT 3,
    CHECK (end_date IS NULL OR end_date > start_date)
);
COMMENT ON TABLE contract IS 'Lease of one flat, may be signed by several tenants';
COMMENT ON COLUMN contract.end_date IS 'NULL for open-ended leases';
COMMENT ON COLUMN contract.monthly_rent IS 'Agreed rent without utilities, EUR';
COMMENT ON COLUMN contract.utilities_advance IS 'Monthly prepayment for water and heating, EUR';
COMMENT ON COLUMN contract.deposit_returned_on IS 'NULL while we still hold the deposit';
COMMENT ON COLUMN contract.notice_months IS 'Notice period in months';

CREATE TABLE contract_tenant (
    contract_id     integer NOT NULL REFERENCES contract (contract_id),
    tenant_id       integer NOT NULL REFERENCES tenant (tenant_id),
    main_tenant     boolean NOT NULL DEFAULT false,
    moved_out_on    date,
    PRIMARY KEY (contract_id, tenant_id)
);
COMMENT ON TABLE contract_tenant IS 'Who signed which lease';
COMMENT ON COLUMN contract_tenant.moved_out_on IS 'NULL = still living there';

CREATE TABLE rent_payment (
    rent_payment_id integer PRIMARY KEY,
    contract_id     integer NOT NULL REFERENCES contract (contract_id),
    due_date        date NOT NULL,
    amount_due      numeric(8,2) NOT NULL,
    paid_on         date,
    amount_paid     numeric(8,2),
    method          text CHECK (method IN ('bank transfer', 'direct debit', 'cash', 'job centre')),
    UNIQUE (contract_id, due_date)
);
COMMENT ON TABLE rent_payment IS 'One line per contract and month';
COMMENT ON COLUMN rent_payment.paid_on IS 'NULL = not paid yet';

CREATE TABLE contractor (
    contractor_id   integer PRIMARY KEY,
    company_name    text NOT NULL UNIQUE,
    contact_person  text,
    trade           repair_trade NOT NULL,
    phone           varchar(30) NOT NULL,
    email           text,
    city            text,
    hourly_rate     numeric(6,2),
    rating          smallint CHECK (rating BETWEEN 1 AND 5)
);
COMMENT ON TABLE contractor IS 'Outside firms we call for repairs';
COMMENT ON COLUMN contractor.hourly_rate IS 'EUR per hour, excl. VAT';
COMMENT ON COLUMN contractor.rating IS 'Our own rating, 5 = best';

CREATE TABLE repair (
    repair_id       integer PRIMARY KEY,
    flat_id         integer NOT NULL REFERENCES flat (flat_id),
    reported_by     integer REFERENCES tenant (tenant_id),
    contractor_id   integer REFERENCES contractor (contractor_id),
    trade           repair_trade NOT NULL,
    urgency         text NOT NULL CHECK (urgency IN ('low', 'normal', 'high', 'emergency')),
    reported_at     timestamp NOT NULL,
    scheduled_for   date,
    completed_at    timestamp,
    hours_worked    numeric(5,2),
    cost            numeric(9,2),
    charged_to_tenant boolean NOT NULL DEFAULT false,
    problem         text NOT NULL
);
COMMENT ON COLUMN repair.reported_by IS 'Tenant who reported it, NULL if found by the landlord';
COMMENT ON COLUMN repair.completed_at IS 'NULL = repair still open';
COMMENT ON COLUMN repair.cost IS 'Invoice total incl. VAT, EUR';
COMMENT ON COLUMN repair.problem IS 'Description of the damage';

CREATE TABLE meter_reading (
    meter_reading_id integer PRIMARY KEY,
    flat_id         integer NOT NULL REFERENCES flat (flat_id),
    meter_type      text NOT NULL CHECK (meter_type IN ('cold water', 'hot water', 'electricity', 'gas', 'heat')),
    meter_serial    varchar(30) NOT NULL,
    reading_date    date NOT NULL,
    value           numeric(10,3) NOT NULL,
    estimated       boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN meter_reading.value IS 'Counter value: m3 for water and gas, kWh for electricity and heat';

CREATE INDEX flat_building_idx ON flat (building_id);
CREATE INDEX contract_flat_idx ON contract (flat_id);
CREATE INDEX repair_flat_idx ON repair (flat_id);

CREATE VIEW current_rent AS
SELECT c.contract_id, b.name AS building_name, f.door_number,
       c.monthly_rent, c.utilities_advance,
       c.monthly_rent + c.utilities_advance AS total_rent
FROM contract c
JOIN flat f ON f.flat_id = c.flat_id
JOIN building b ON b.building_id = f.building_id
WHERE c.status IN ('active', 'notice given');
COMMENT ON VIEW current_rent IS 'Rent roll of all running leases, EUR per month';
