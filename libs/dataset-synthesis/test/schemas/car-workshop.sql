-- Garage management. Tables t_*, columns carry the kind at the end (_nm, _dt, _cd, _amt), flags is_/has_.

CREATE TYPE e_job_status AS ENUM ('BOOKED', 'IN_PROGRESS', 'WAITING_PARTS', 'READY', 'COLLECTED', 'CANCELLED');
CREATE TYPE e_fuel AS ENUM ('PETROL', 'DIESEL', 'HYBRID', 'ELECTRIC', 'LPG');
CREATE TYPE e_make AS ENUM ('Toyota', 'Ford', 'Volkswagen', 'Honda', 'Mazda', 'Hyundai', 'Subaru', 'BMW');

CREATE TABLE t_customer (
    customer_no         INTEGER PRIMARY KEY,
    customer_nm         VARCHAR(100) NOT NULL,
    email_addr          VARCHAR(120) UNIQUE,
    phone_no            VARCHAR(25) NOT NULL,
    street_addr         VARCHAR(120),
    suburb_nm           VARCHAR(60),
    city_nm             VARCHAR(40) NOT NULL,
    birth_dt            DATE,
    first_visit_dt      DATE NOT NULL,
    discount_pct        NUMERIC(4,1) NOT NULL DEFAULT 0 CHECK (discount_pct BETWEEN 0 AND 50),
    is_business         BOOLEAN NOT NULL DEFAULT FALSE,
    has_newsletter      BOOLEAN NOT NULL DEFAULT FALSE,
    source_cd           VARCHAR(15) CHECK (source_cd IN ('GOOGLE', 'FRIEND', 'FACEBOOK', 'WALK_IN', 'RADIO')),
    CONSTRAINT ck_customer_city CHECK (city_nm IN ('Auckland', 'Hamilton', 'Tauranga', 'Rotorua', 'Wellington'))
);
COMMENT ON TABLE t_customer IS 'Car owners and fleet companies';
COMMENT ON COLUMN t_customer.discount_pct IS 'Standing discount on labour, in percent';
COMMENT ON COLUMN t_customer.source_cd IS 'How the customer found us';

CREATE TABLE t_vehicle (
    vehicle_no          INTEGER PRIMARY KEY,
    owner_customer_no   INTEGER NOT NULL,
    plate_cd            VARCHAR(8) NOT NULL UNIQUE,
    vin_cd              CHAR(17) UNIQUE,
    make_nm             e_make NOT NULL,
    model_nm            VARCHAR(40) NOT NULL,
    model_year          SMALLINT NOT NULL CHECK (model_year >= 1950),
    fuel_cd             e_fuel NOT NULL,
    colour_nm           VARCHAR(15) CHECK (colour_nm IN ('white', 'black', 'silver', 'grey', 'blue', 'red', 'green')),
    odometer_km         INTEGER,
    warrant_expiry_dt   DATE,
    is_automatic        BOOLEAN NOT NULL,
    has_towbar          BOOLEAN NOT NULL DEFAULT FALSE,
    scrapped_dt         DATE,
    CONSTRAINT fk_vehicle_owner FOREIGN KEY (owner_customer_no) REFERENCES t_customer (customer_no)
);
COMMENT ON COLUMN t_vehicle.vin_cd IS 'Chassis number';
COMMENT ON COLUMN t_vehicle.odometer_km IS 'Last known mileage in km';
COMMENT ON COLUMN t_vehicle.warrant_expiry_dt IS 'Warrant of fitness valid until';
COMMENT ON COLUMN t_vehicle.scrapped_dt IS 'NULL if the car is still on the road';

CREATE TABLE t_mechanic (
    mechanic_no         INTEGER PRIMARY KEY,
    first_nm            VARCHAR(40) NOT NULL,
    last_nm             VARCHAR(40) NOT NULL,
    email_addr          VARCHAR(120) NOT NULL UNIQUE,
    mobile_no           VARCHAR(25),
    birth_dt            DATE NOT NULL,
    hired_dt            DATE NOT NULL,
    left_dt             DATE,
    grade_cd            VARCHAR(12) NOT NULL CHECK (grade_cd IN ('APPRENTICE', 'JUNIOR', 'SENIOR', 'MASTER')),
    speciality_cd       VARCHAR(15) CHECK (speciality_cd IN ('ENGINE', 'BRAKES', 'ELECTRICS', 'BODYWORK', 'TYRES', 'AIRCON')),
    hourly_wage_amt     NUMERIC(6,2) NOT NULL,
    supervisor_no       INTEGER,
    is_ev_certified     BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT fk_mechanic_supervisor FOREIGN KEY (supervisor_no) REFERENCES t_mechanic (mechanic_no)
);
COMMENT ON COLUMN t_mechanic.left_dt IS 'NULL = still works here';
COMMENT ON COLUMN t_mechanic.hourly_wage_amt IS 'NZD per hour before tax';
COMMENT ON COLUMN t_mechanic.supervisor_no IS 'Senior mechanic in charge of this one';
COMMENT ON COLUMN t_mechanic.is_ev_certified IS 'Allowed to work on high-voltage systems';

CREATE TABLE t_job (
    job_no              INTEGER PRIMARY KEY,
    vehicle_no          INTEGER NOT NULL,
    opened_by_no        INTEGER NOT NULL,
    checked_by_no       INTEGER,
    status_cd           e_job_status NOT NULL DEFAULT 'BOOKED',
    booked_ts           TIMESTAMP NOT NULL,
    started_ts          TIMESTAMP,
    finished_ts         TIMESTAMP,
    collected_ts        TIMESTAMP,
    odometer_in_km      INTEGER,
    complaint_txt       TEXT NOT NULL,
    estimate_amt        NUMERIC(9,2),
    is_warranty         BOOLEAN NOT NULL DEFAULT FALSE,
    has_courtesy_car    BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT fk_job_vehicle FOREIGN KEY (vehicle_no) REFERENCES t_vehicle (vehicle_no),
    CONSTRAINT fk_job_opened_by FOREIGN KEY (opened_by_no) REFERENCES t_mechanic (mechanic_no),
    CONSTRAINT fk_job_checked_by FOREIGN KEY (checked_by_no) REFERENCES t_mechanic (mechanic_no)
);
COMMENT ON TABLE t_job IS 'Workshop orders, one per visit';
COMMENT ON COLUMN t_job.opened_by_no IS 'Mechanic who took the car in';
COMMENT ON COLUMN t_job.checked_by_no IS 'Mechanic who did the final check';
COMMENT ON COLUMN t_job.collected_ts IS 'NULL = car still at the workshop';
COMMENT ON COLUMN t_job.complaint_txt IS 'What the customer says is wrong';
COMMENT ON COLUMN t_job.estimate_amt IS 'Quoted price, NZD incl. GST';
COMMENT ON COLUMN t_job.is_warranty IS 'Free rework of an earlier job';

CREATE TABLE t_service (
    service_cd          VARCHAR(10) PRIMARY KEY,
    service_nm          VARCHAR(80) NOT NULL UNIQUE,
    group_cd            VARCHAR(15) NOT NULL CHECK (group_cd IN ('MAINTENANCE', 'REPAIR', 'INSPECTION', 'TYRES', 'BODY', 'DIAGNOSTICS')),
    std_minutes         INTEGER NOT NULL CHECK (std_minutes > 0),
    price_amt           NUMERIC(8,2) NOT NULL,
    is_offered          BOOLEAN NOT NULL DEFAULT TRUE
);
COMMENT ON TABLE t_service IS 'Price list of labour';
COMMENT ON COLUMN t_service.std_minutes IS 'Standard time in minutes';
COMMENT ON COLUMN t_service.price_amt IS 'Fixed labour price, NZD';

CREATE TABLE t_job_service (
    job_no              INTEGER NOT NULL,
    service_cd          VARCHAR(10) NOT NULL,
    mechanic_no         INTEGER,
    actual_minutes      INTEGER,
    charged_amt         NUMERIC(8,2) NOT NULL,
    note_txt            TEXT,
    CONSTRAINT pk_job_service PRIMARY KEY (job_no, service_cd),
    CONSTRAINT fk_js_job FOREIGN KEY (job_no) REFERENCES t_job (job_no),
    CONSTRAINT fk_js_service FOREIGN KEY (service_cd) REFERENCES t_service (service_cd),
    CONSTRAINT fk_js_mechanic FOREIGN KEY (mechanic_no) REFERENCES t_mechanic (mechanic_no)
);
COMMENT ON TABLE t_job_service IS 'Work done in a job';
COMMENT ON COLUMN t_job_service.actual_minutes IS 'Time really spent';

CREATE TABLE t_part (
    part_no             INTEGER PRIMARY KEY,
    oem_cd              VARCHAR(30) NOT NULL UNIQUE,
    barcode_cd          CHAR(13),
    part_nm             VARCHAR(100) NOT NULL,
    brand_nm            VARCHAR(20) CHECK (brand_nm IN ('Bosch', 'Denso', 'NGK', 'Brembo', 'Mann', 'Castrol', 'Michelin')),
    cost_amt            NUMERIC(9,2) NOT NULL,
    sale_amt            NUMERIC(9,2) NOT NULL,
    stock_qty           INTEGER NOT NULL DEFAULT 0,
    reorder_qty         INTEGER NOT NULL DEFAULT 0,
    shelf_cd            VARCHAR(6),
    is_second_hand      BOOLEAN NOT NULL DEFAULT FALSE
);
COMMENT ON TABLE t_part IS 'Spare parts in store';
COMMENT ON COLUMN t_part.oem_cd IS 'Manufacturer part code';
COMMENT ON COLUMN t_part.cost_amt IS 'Buying price, NZD';
COMMENT ON COLUMN t_part.sale_amt IS 'Selling price, NZD';
COMMENT ON COLUMN t_part.reorder_qty IS 'Order more when stock falls below this';

CREATE TABLE t_job_part (
    job_no              INTEGER NOT NULL,
    part_no             INTEGER NOT NULL,
    used_qty            NUMERIC(6,2) NOT NULL CHECK (used_qty > 0),
    unit_amt            NUMERIC(9,2) NOT NULL,
    CONSTRAINT pk_job_part PRIMARY KEY (job_no, part_no),
    CONSTRAINT fk_jp_job FOREIGN KEY (job_no) REFERENCES t_job (job_no),
    CONSTRAINT fk_jp_part FOREIGN KEY (part_no) REFERENCES t_part (part_no)
);
COMMENT ON COLUMN t_job_part.unit_amt IS 'Price charged per unit, NZD';

CREATE TABLE t_invoice (
    invoice_no          VARCHAR(12) PRIMARY KEY,
    job_no              INTEGER NOT NULL UNIQUE,
    customer_no         INTEGER NOT NULL,
    issued_dt           DATE NOT NULL,
    due_dt              DATE NOT NULL,
    paid_dt             DATE,
    net_amt             NUMERIC(10,2) NOT NULL,
    gst_amt             NUMERIC(10,2) NOT NULL,
    pay_method_cd       VARCHAR(12) CHECK (pay_method_cd IN ('CASH', 'EFTPOS', 'CREDIT_CARD', 'TRANSFER', 'INSURANCE')),
    is_disputed         BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT fk_invoice_job FOREIGN KEY (job_no) REFERENCES t_job (job_no),
    CONSTRAINT fk_invoice_customer FOREIGN KEY (customer_no) REFERENCES t_customer (customer_no)
);
COMMENT ON COLUMN t_invoice.customer_no IS 'Who pays, may differ from the owner of the car';
COMMENT ON COLUMN t_invoice.paid_dt IS 'NULL = unpaid';
COMMENT ON COLUMN t_invoice.net_amt IS 'Total without GST, NZD';

CREATE TABLE t_review (
    review_no           INTEGER PRIMARY KEY,
    job_no              INTEGER NOT NULL UNIQUE,
    stars_cnt           SMALLINT NOT NULL CHECK (stars_cnt BETWEEN 1 AND 5),
    review_txt          TEXT,
    posted_ts           TIMESTAMP NOT NULL,
    has_reply           BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT fk_review_job FOREIGN KEY (job_no) REFERENCES t_job (job_no)
);

CREATE INDEX ix_vehicle_owner ON t_vehicle (owner_customer_no);
CREATE INDEX ix_job_vehicle ON t_job (vehicle_no);
CREATE INDEX ix_invoice_paid ON t_invoice (paid_dt);
