-- Charity CRM: plural tables, plain id keys

CREATE TYPE gift_method AS ENUM ('card', 'direct_debit', 'cheque', 'cash', 'paypal', 'payroll');
CREATE TYPE campaign_channel AS ENUM ('email', 'direct_mail', 'street', 'telephone', 'social_media', 'event');
CREATE TYPE volunteer_role AS ENUM ('driver', 'collector', 'shop_assistant', 'fundraiser', 'mentor', 'office', 'first_aider');

CREATE TABLE causes (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text NOT NULL UNIQUE,
    area        text NOT NULL CHECK (area IN ('health', 'education', 'homelessness', 'animals', 'environment', 'disaster relief')),
    summary     text,
    active      boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE causes IS 'What the money is spent on';

CREATE TABLE donors (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    full_name       text NOT NULL,
    kind            text NOT NULL DEFAULT 'individual' CHECK (kind IN ('individual', 'company', 'trust', 'school', 'church')),
    email           text UNIQUE,
    phone           text,
    city            text,
    country         text NOT NULL DEFAULT 'United Kingdom' CHECK (country IN ('United Kingdom', 'Ireland', 'France', 'Germany', 'United States', 'Canada', 'Australia')),
    birth_year      integer CHECK (birth_year > 1900),
    gift_aid        boolean NOT NULL DEFAULT false,
    email_opt_in    boolean NOT NULL DEFAULT false,
    referred_by_id  integer REFERENCES donors (id),
    created_at      timestamptz NOT NULL DEFAULT now(),
    lapsed_at       timestamptz
);
COMMENT ON COLUMN donors.full_name IS 'Person or organisation name';
COMMENT ON COLUMN donors.birth_year IS 'Only known for individuals';
COMMENT ON COLUMN donors.gift_aid IS 'Has signed a Gift Aid declaration';
COMMENT ON COLUMN donors.referred_by_id IS 'Donor who recommended us';
COMMENT ON COLUMN donors.lapsed_at IS 'When the donor stopped supporting us; null = current supporter';

CREATE TABLE campaigns (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id       integer REFERENCES campaigns (id),
    cause_id        integer REFERENCES causes (id),
    code            varchar(12) NOT NULL UNIQUE,
    title           text NOT NULL,
    channel         campaign_channel NOT NULL,
    starts_on       date NOT NULL,
    ends_on         date,
    target_amount   numeric(12,2) NOT NULL CHECK (target_amount >= 0),
    budget          numeric(12,2) NOT NULL DEFAULT 0,
    overhead_percent numeric(5,2) CHECK (overhead_percent BETWEEN 0 AND 100)
);
COMMENT ON TABLE campaigns IS 'Fundraising appeals';
COMMENT ON COLUMN campaigns.parent_id IS 'Umbrella campaign, if part of a bigger one';
COMMENT ON COLUMN campaigns.code IS 'Appeal code printed on the forms, e.g. XMAS23';
COMMENT ON COLUMN campaigns.ends_on IS 'null = runs until further notice';
COMMENT ON COLUMN campaigns.target_amount IS 'GBP to be raised';
COMMENT ON COLUMN campaigns.budget IS 'GBP we may spend on the campaign';
COMMENT ON COLUMN campaigns.overhead_percent IS 'Share of income used for administration';

CREATE TABLE pledges (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    donor_id        integer NOT NULL REFERENCES donors (id),
    campaign_id     integer REFERENCES campaigns (id),
    amount          numeric(10,2) NOT NULL CHECK (amount > 0),
    frequency       text NOT NULL CHECK (frequency IN ('weekly', 'monthly', 'quarterly', 'yearly')),
    started_on      date NOT NULL,
    cancelled_on    date,
    cancel_reason   text CHECK (cancel_reason IN ('financial', 'deceased', 'moved abroad', 'unhappy', 'other'))
);
COMMENT ON TABLE pledges IS 'Regular giving promises';
COMMENT ON COLUMN pledges.amount IS 'GBP per instalment';
COMMENT ON COLUMN pledges.cancelled_on IS 'null = pledge is still running';

CREATE TABLE gifts (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    donor_id        integer REFERENCES donors (id),
    campaign_id     integer NOT NULL REFERENCES campaigns (id),
    pledge_id       integer REFERENCES pledges (id),
    amount          numeric(10,2) NOT NULL CHECK (amount > 0),
    method          gift_method NOT NULL,
    received_at     timestamptz NOT NULL,
    thanked_at      timestamptz,
    refunded_at     timestamptz,
    anonymous       boolean NOT NULL DEFAULT false,
    message         text
);
COMMENT ON TABLE gifts IS 'Donations actually received';
COMMENT ON COLUMN gifts.donor_id IS 'null for collection tins and unknown givers';
COMMENT ON COLUMN gifts.pledge_id IS 'Set when the gift is an instalment of a pledge';
COMMENT ON COLUMN gifts.amount IS 'GBP';
COMMENT ON COLUMN gifts.thanked_at IS 'When the thank-you letter went out, null = not thanked yet';
COMMENT ON COLUMN gifts.anonymous IS 'Do not publish the name';

CREATE TABLE volunteers (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    first_name      text NOT NULL,
    last_name       text NOT NULL,
    email           text NOT NULL UNIQUE,
    mobile          text,
    date_of_birth   date NOT NULL,
    town            text NOT NULL CHECK (town IN ('Bristol', 'Bath', 'Cardiff', 'Exeter', 'Gloucester', 'Swindon')),
    coordinator_id  integer REFERENCES volunteers (id),
    donor_id        integer UNIQUE REFERENCES donors (id),
    background_checked boolean NOT NULL DEFAULT false,
    joined_on       date NOT NULL,
    left_on         date
);
COMMENT ON COLUMN volunteers.coordinator_id IS 'Volunteer who looks after this one';
COMMENT ON COLUMN volunteers.donor_id IS 'Donor record of the same person, if any';
COMMENT ON COLUMN volunteers.left_on IS 'null while still volunteering';

CREATE TABLE campaign_volunteers (
    campaign_id     integer NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    volunteer_id    integer NOT NULL REFERENCES volunteers (id) ON DELETE CASCADE,
    role            volunteer_role NOT NULL,
    hours           numeric(6,1) NOT NULL DEFAULT 0,
    PRIMARY KEY (campaign_id, volunteer_id, role)
);
COMMENT ON COLUMN campaign_volunteers.hours IS 'Total hours given to the campaign';

CREATE TABLE events (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id     integer NOT NULL REFERENCES campaigns (id),
    organiser_id    integer NOT NULL REFERENCES volunteers (id),
    name            text NOT NULL,
    category        text NOT NULL CHECK (category IN ('fun run', 'gala dinner', 'bake sale', 'concert', 'auction', 'quiz night', 'car wash')),
    venue           text NOT NULL,
    starts_at       timestamptz NOT NULL,
    duration_minutes integer,
    ticket_price    numeric(7,2) NOT NULL DEFAULT 0,
    capacity        integer,
    cancelled       boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN events.ticket_price IS 'GBP, 0 = free entry';
COMMENT ON COLUMN events.capacity IS 'Most people allowed in; null = no limit';

CREATE TABLE attendances (
    event_id        integer NOT NULL REFERENCES events (id),
    donor_id        integer NOT NULL REFERENCES donors (id),
    tickets         integer NOT NULL DEFAULT 1 CHECK (tickets > 0),
    booked_at       timestamptz NOT NULL,
    checked_in_at   timestamptz,
    rating          smallint CHECK (rating BETWEEN 1 AND 10),
    comments        text,
    PRIMARY KEY (event_id, donor_id)
);
COMMENT ON TABLE attendances IS 'Donors booked on events';
COMMENT ON COLUMN attendances.checked_in_at IS 'null = did not turn up';
COMMENT ON COLUMN attendances.rating IS 'Feedback score from 1 to 10';

CREATE INDEX ON gifts (donor_id);
CREATE INDEX ON gifts (campaign_id, received_at);
