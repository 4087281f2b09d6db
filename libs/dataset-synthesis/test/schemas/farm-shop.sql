-- veg box scheme. started as a spreadsheet, names are what they are

CREATE TYPE box_size AS ENUM ('small', 'medium', 'large', 'family');
CREATE TYPE Weekday AS ENUM ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday');
CREATE TYPE soil AS ENUM ('clay', 'loam', 'sandy', 'chalk', 'peat');

CREATE TABLE farms (
    farm_id        integer PRIMARY KEY,
    farm_name      varchar(80) NOT NULL UNIQUE,
    owner          varchar(100) NOT NULL,
    contact_email  varchar(120),
    tel            varchar(25) NOT NULL,
    county         varchar(30) NOT NULL CHECK (county IN ('Devon', 'Cornwall', 'Somerset', 'Dorset', 'Wiltshire')),
    village        varchar(60),
    hectares       numeric(7,2) NOT NULL CHECK (hectares > 0),
    is_organic     boolean NOT NULL DEFAULT false,
    cert_code      varchar(16) UNIQUE,
    founded        smallint,
    km_to_depot    numeric(5,1) NOT NULL,
    left_scheme    date
);
COMMENT ON TABLE farms IS 'Farms that grow for the box scheme';
COMMENT ON COLUMN farms.owner IS 'Full name of the farmer';
COMMENT ON COLUMN farms.cert_code IS 'Soil Association certificate, organic farms only';
COMMENT ON COLUMN farms.founded IS 'Year the farm was founded';
COMMENT ON COLUMN farms.km_to_depot IS 'Distance by road to our depot, km';
COMMENT ON COLUMN farms.left_scheme IS 'When the farm stopped supplying us, NULL = still a supplier';

CREATE TABLE field (
    field_id       integer PRIMARY KEY,
    farm_id        integer NOT NULL REFERENCES farms,
    label          varchar(40) NOT NULL,
    area_m2        integer NOT NULL CHECK (area_m2 > 0),
    soil_type      soil NOT NULL,
    irrigated      boolean NOT NULL DEFAULT false,
    greenhouse     boolean NOT NULL DEFAULT false,
    last_soil_test date,
    UNIQUE (farm_id, label)
);
COMMENT ON COLUMN field.label IS 'Name the farmer uses, e.g. Top Meadow';
COMMENT ON COLUMN field.area_m2 IS 'Area in square metres';
COMMENT ON COLUMN field.last_soil_test IS 'NULL if never tested';

CREATE TABLE product (
    sku            varchar(8) PRIMARY KEY,
    name           varchar(60) NOT NULL UNIQUE,
    category       varchar(12) NOT NULL CHECK (category IN ('roots', 'leaves', 'fruit', 'berries', 'herbs', 'squash', 'eggs', 'mushrooms')),
    sold_by        varchar(6) NOT NULL CHECK (sold_by IN ('kg', 'bunch', 'piece', 'dozen')),
    price          numeric(6,2) NOT NULL,
    season         varchar(8) NOT NULL CHECK (season IN ('spring', 'summer', 'autumn', 'winter', 'all year')),
    days_fresh     smallint,
    storage_tip    text,
    "isHeritage"   boolean NOT NULL DEFAULT false,
    variety_of     varchar(8) REFERENCES product (sku)
);
COMMENT ON TABLE product IS 'What goes in the boxes';
COMMENT ON COLUMN product.price IS 'Shop price in GBP per unit (see sold_by)';
COMMENT ON COLUMN product.days_fresh IS 'How many days it keeps in the fridge';
COMMENT ON COLUMN product."isHeritage" IS 'Old variety';
COMMENT ON COLUMN product.variety_of IS 'General product this is a variety of, e.g. Chantenay -> carrots';

CREATE TABLE harvests (
    id             integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    field_id       integer NOT NULL REFERENCES field,
    sku            varchar(8) NOT NULL REFERENCES product,
    picked_on      date NOT NULL,
    qty            numeric(9,2) NOT NULL CHECK (qty > 0),
    grade          char(1) NOT NULL CHECK (grade IN ('A', 'B', 'C')),
    waste_pct      numeric(4,1) NOT NULL DEFAULT 0 CHECK (waste_pct BETWEEN 0 AND 100),
    labour_hours   numeric(5,1),
    weather        varchar(8) CHECK (weather IN ('dry', 'showers', 'rain', 'frost', 'heat')),
    remarks        text
);
COMMENT ON TABLE harvests IS 'One row per picking';
COMMENT ON COLUMN harvests.qty IS 'Amount picked, in the unit the product is sold by';
COMMENT ON COLUMN harvests.grade IS 'A = best, C = soup';
COMMENT ON COLUMN harvests.waste_pct IS 'Share thrown away after sorting';

CREATE TABLE subscribers (
    subscriber_id  integer PRIMARY KEY,
    first_name     varchar(40) NOT NULL,
    surname        varchar(60) NOT NULL,
    email          varchar(120) NOT NULL UNIQUE,
    mobile         varchar(25),
    address        varchar(150) NOT NULL,
    town           varchar(30) NOT NULL CHECK (town IN ('Exeter', 'Plymouth', 'Taunton', 'Truro', 'Bath', 'Yeovil', 'Torquay')),
    postcode       varchar(9) NOT NULL,
    birth_year     smallint,
    household_size smallint NOT NULL DEFAULT 1,
    diet           varchar(12) CHECK (diet IN ('omnivore', 'vegetarian', 'vegan', 'pescatarian')),
    box            box_size NOT NULL,
    delivery_day   weekday NOT NULL,
    weekly_price   numeric(6,2) NOT NULL,
    referred_by    integer REFERENCES subscribers (subscriber_id),
    signed_up      timestamp NOT NULL,
    cancelled_on   date
);
COMMENT ON TABLE subscribers IS 'Households that get a box every week';
COMMENT ON COLUMN subscribers.household_size IS 'People living in the household';
COMMENT ON COLUMN subscribers.weekly_price IS 'Agreed price per box, GBP';
COMMENT ON COLUMN subscribers.referred_by IS 'Subscriber who recommended us';
COMMENT ON COLUMN subscribers.cancelled_on IS 'Subscription ended on, NULL = running';

CREATE TABLE subscriber_dislikes (
    subscriber_id  integer NOT NULL REFERENCES subscribers,
    sku            varchar(8) NOT NULL REFERENCES product,
    is_allergy     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (subscriber_id, sku)
);
COMMENT ON TABLE subscriber_dislikes IS 'Products a household does not want in its box';
COMMENT ON COLUMN subscriber_dislikes.is_allergy IS 'true = never pack it, false = just does not like it';

CREATE TABLE driver (
    id             integer PRIMARY KEY,
    name           varchar(100) NOT NULL,
    phone          varchar(25) NOT NULL,
    dob            date NOT NULL,
    van_reg        varchar(8) UNIQUE,
    van_fuel       varchar(8) NOT NULL CHECK (van_fuel IN ('diesel', 'petrol', 'electric', 'hybrid')),
    pay_per_drop   numeric(5,2) NOT NULL,
    started        date NOT NULL
);
COMMENT ON COLUMN driver.van_reg IS 'Number plate';
COMMENT ON COLUMN driver.pay_per_drop IS 'GBP per delivered box';

CREATE TABLE deliveries (
    delivery_id    integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscriber_id  integer NOT NULL REFERENCES subscribers,
    driver_id      integer NOT NULL REFERENCES driver (id),
    planned_for    date NOT NULL,
    delivered_at   timestamp,
    left_with      varchar(10) CHECK (left_with IN ('customer', 'neighbour', 'porch', 'shed', 'reception')),
    box_weight_kg  numeric(5,2),
    amount_charged numeric(6,2) NOT NULL,
    paid_date      date,
    stars          smallint CHECK (stars BETWEEN 1 AND 5),
    feedback       text,
    crate_returned boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN deliveries.delivered_at IS 'NULL = not delivered (yet)';
COMMENT ON COLUMN deliveries.left_with IS 'Where the box was left';
COMMENT ON COLUMN deliveries.amount_charged IS 'GBP incl. extras';
COMMENT ON COLUMN deliveries.paid_date IS 'NULL = unpaid';
COMMENT ON COLUMN deliveries.stars IS 'Subscriber rating 1-5, NULL = not rated';
COMMENT ON COLUMN deliveries.crate_returned IS 'Empty crate from last week handed back';

CREATE TABLE delivery_contents (
    delivery_id    integer NOT NULL REFERENCES deliveries,
    harvest_id     integer NOT NULL REFERENCES harvests (id),
    qty            numeric(6,2) NOT NULL CHECK (qty > 0),
    is_extra       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (delivery_id, harvest_id)
);
COMMENT ON TABLE delivery_contents IS 'What was packed and which picking it came from';
COMMENT ON COLUMN delivery_contents.is_extra IS 'Ordered on top of the standard box';

CREATE INDEX ix_harvests_picked ON harvests (picked_on);
