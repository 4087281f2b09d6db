/* FitPoint gym chain. Prefixes: tbl_ tables, suffixes _nm _dt _ts _amt _cnt, flags is_/has_ */

CREATE TYPE membership_status_enum AS ENUM ('Active', 'Frozen', 'Expired', 'Terminated');
CREATE TYPE skill_level_enum AS ENUM ('Beginner', 'Intermediate', 'Advanced');
CREATE TYPE weekday_enum AS ENUM ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun');

CREATE TABLE tbl_club (
    club_pk            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    club_nm            varchar(60) NOT NULL UNIQUE,
    street_nm          varchar(100),
    city_nm            varchar(40) NOT NULL CHECK (city_nm IN ('Toronto', 'Montreal', 'Vancouver', 'Calgary', 'Ottawa')),
    phone_nr           varchar(20),
    opened_dt          date NOT NULL,
    floor_area_sqm     integer,
    has_pool           boolean NOT NULL DEFAULT false,
    has_sauna          boolean NOT NULL DEFAULT false,
    is_open_24h        boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE tbl_club IS 'Gym locations';

CREATE TABLE tbl_plan (
    plan_pk            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    plan_nm            varchar(30) NOT NULL UNIQUE CHECK (plan_nm IN ('Basic', 'Plus', 'Premium', 'Student', 'Senior', 'Corporate')),
    monthly_fee_amt    numeric(7,2) NOT NULL,
    min_term_months    smallint NOT NULL,
    guest_pass_cnt     smallint NOT NULL DEFAULT 0,
    is_all_clubs       boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE tbl_plan IS 'Membership plans on offer';
COMMENT ON COLUMN tbl_plan.monthly_fee_amt IS 'Fee per month in CAD';
COMMENT ON COLUMN tbl_plan.min_term_months IS 'Minimum contract length';
COMMENT ON COLUMN tbl_plan.guest_pass_cnt IS 'Free guest visits per month';
COMMENT ON COLUMN tbl_plan.is_all_clubs IS 'Valid in every club, not only the home club';

CREATE TABLE tbl_member (
    member_pk          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_full_nm     varchar(100) NOT NULL,
    card_barcode       varchar(14) NOT NULL UNIQUE,
    email_addr         varchar(120) NOT NULL UNIQUE,
    mobile_nr          varchar(20),
    birth_year         smallint CHECK (birth_year BETWEEN 1900 AND 2020),
    gender_cd          char(1) CHECK (gender_cd IN ('F', 'M', 'O')),
    home_club_fk       integer NOT NULL REFERENCES tbl_club (club_pk),
    referred_by_fk     integer REFERENCES tbl_member (member_pk),
    joined_dt          date NOT NULL,
    goal_cd            varchar(20) CHECK (goal_cd IN ('weight loss', 'muscle gain', 'endurance', 'rehab', 'general fitness')),
    has_medical_note   boolean NOT NULL DEFAULT false,
    remarks_txt        text
);
COMMENT ON TABLE tbl_member IS 'People who have or had a membership';
COMMENT ON COLUMN tbl_member.card_barcode IS 'Barcode on the entry card';
COMMENT ON COLUMN tbl_member.referred_by_fk IS 'Existing member who recommended us';
COMMENT ON COLUMN tbl_member.goal_cd IS 'Main training goal stated at sign-up';

CREATE TABLE tbl_membership (
    membership_pk      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_fk          integer NOT NULL REFERENCES tbl_member (member_pk),
    plan_fk            integer NOT NULL REFERENCES tbl_plan (plan_pk),
    status_cd          membership_status_enum NOT NULL DEFAULT 'Active',
    start_dt           date NOT NULL,
    end_dt             date,
    discount_pct       numeric(4,1) NOT NULL DEFAULT 0,
    is_auto_renew      boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE tbl_membership IS 'Contracts; a member may have had several over time';
COMMENT ON COLUMN tbl_membership.end_dt IS 'NULL = open-ended, not cancelled';
COMMENT ON COLUMN tbl_membership.discount_pct IS 'Percent off the monthly fee';

CREATE TABLE tbl_trainer (
    trainer_pk         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trainer_first_nm   varchar(40) NOT NULL,
    trainer_last_nm    varchar(40) NOT NULL,
    email_addr         varchar(120) UNIQUE,
    specialty_cd       varchar(20) NOT NULL CHECK (specialty_cd IN ('Yoga', 'Pilates', 'Strength', 'Cycling', 'Boxing', 'Swimming', 'Nutrition')),
    hourly_rate_amt    numeric(6,2) NOT NULL,
    hired_dt           date NOT NULL,
    left_dt            date,
    is_freelance       boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN tbl_trainer.hourly_rate_amt IS 'CAD per hour';
COMMENT ON COLUMN tbl_trainer.left_dt IS 'NULL if still working for us';

CREATE TABLE tbl_class (
    class_pk           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    class_nm           varchar(60) NOT NULL,
    club_fk            integer NOT NULL REFERENCES tbl_club (club_pk),
    trainer_fk         integer NOT NULL REFERENCES tbl_trainer (trainer_pk),
    substitute_fk      integer REFERENCES tbl_trainer (trainer_pk),
    level_cd           skill_level_enum NOT NULL,
    weekday_cd         weekday_enum NOT NULL,
    start_tm           time NOT NULL,
    duration_min       smallint NOT NULL CHECK (duration_min > 0),
    capacity_cnt       smallint NOT NULL
);
COMMENT ON TABLE tbl_class IS 'Weekly group classes';
COMMENT ON COLUMN tbl_class.trainer_fk IS 'Regular trainer';
COMMENT ON COLUMN tbl_class.substitute_fk IS 'Trainer who steps in when the regular one is away';
COMMENT ON COLUMN tbl_class.duration_min IS 'Length in minutes';
COMMENT ON COLUMN tbl_class.capacity_cnt IS 'Maximum number of participants';

CREATE TABLE tbl_class_booking (
    member_fk          integer NOT NULL REFERENCES tbl_member (member_pk),
    class_fk           integer NOT NULL REFERENCES tbl_class (class_pk),
    class_dt           date NOT NULL,
    booked_ts          timestamp NOT NULL DEFAULT now(),
    cancelled_ts       timestamp,
    is_attended        boolean,
    rating_val         smallint CHECK (rating_val BETWEEN 1 AND 5),
    PRIMARY KEY (member_fk, class_fk, class_dt)
);
COMMENT ON TABLE tbl_class_booking IS 'Members booked into classes, one row per class date';
COMMENT ON COLUMN tbl_class_booking.cancelled_ts IS 'NULL = booking stands';
COMMENT ON COLUMN tbl_class_booking.is_attended IS 'NULL until the class has taken place';
COMMENT ON COLUMN tbl_class_booking.rating_val IS '1 to 5 stars given by the member';

CREATE TABLE tbl_visit (
    visit_pk           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_fk          integer NOT NULL REFERENCES tbl_member (member_pk),
    club_fk            integer NOT NULL REFERENCES tbl_club (club_pk),
    check_in_ts        timestamp NOT NULL,
    check_out_ts       timestamp
);
COMMENT ON TABLE tbl_visit IS 'Turnstile log';
COMMENT ON COLUMN tbl_visit.check_out_ts IS 'NULL = still inside';

CREATE TABLE tbl_payment (
    payment_pk         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    membership_fk      integer NOT NULL REFERENCES tbl_membership (membership_pk),
    due_dt             date NOT NULL,
    paid_dt            date,
    payment_amt        numeric(8,2) NOT NULL,
    method_cd          varchar(15) NOT NULL CHECK (method_cd IN ('card', 'direct debit', 'cash', 'cheque')),
    is_late_fee        boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN tbl_payment.paid_dt IS 'NULL = overdue or not yet due';
COMMENT ON COLUMN tbl_payment.payment_amt IS 'CAD';

CREATE INDEX ix_visit_member ON tbl_visit (member_fk, check_in_ts);
