CREATE TYPE membership_status_enum AS ENUM ('Active', 'Frozen', 'Expired', 'Terminated');

CREATE TYPE skill_level_enum AS ENUM ('Beginner', 'Intermediate', 'Advanced');

CREATE TYPE weekday_enum AS ENUM ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun');

CREATE TABLE tbl_club (
  club_pk integer PRIMARY KEY,
  club_nm varchar(60) NOT NULL,
  street_nm varchar(100),
  city_nm varchar(40) NOT NULL,
  phone_nr varchar(20),
  opened_dt date NOT NULL,
  floor_area_sqm integer,
  has_pool boolean NOT NULL DEFAULT false,
  has_sauna boolean NOT NULL DEFAULT false,
  is_open_24h boolean NOT NULL DEFAULT false,
  UNIQUE (club_nm),
  CHECK (city_nm IN ('Toronto', 'Montreal', 'Vancouver', 'Calgary', 'Ottawa'))
);

CREATE TABLE tbl_plan (
  plan_pk integer PRIMARY KEY,
  plan_nm varchar(30) NOT NULL,
  monthly_fee_amt numeric(7,2) NOT NULL,
  min_term_months smallint NOT NULL,
  guest_pass_cnt smallint NOT NULL DEFAULT 0,
  is_all_clubs boolean NOT NULL DEFAULT false,
  UNIQUE (plan_nm),
  CHECK (plan_nm IN ('Basic', 'Plus', 'Premium', 'Student', 'Senior', 'Corporate'))
);

CREATE TABLE tbl_member (
  member_pk integer PRIMARY KEY,
  member_full_nm varchar(100) NOT NULL,
  card_barcode varchar(14) NOT NULL,
  email_addr varchar(120) NOT NULL,
  mobile_nr varchar(20),
  birth_year smallint,
  gender_cd char(1),
  home_club_fk integer NOT NULL,
  referred_by_fk integer,
  joined_dt date NOT NULL,
  goal_cd varchar(20),
  has_medical_note boolean NOT NULL DEFAULT false,
  remarks_txt text,
  UNIQUE (card_barcode),
  UNIQUE (email_addr),
  CHECK (birth_year BETWEEN 1900 AND 2020),
  CHECK (gender_cd IN ('F', 'M', 'O')),
  CHECK (goal_cd IN ('weight loss', 'muscle gain', 'endurance', 'rehab', 'general fitness'))
);

CREATE TABLE tbl_membership (
  membership_pk integer PRIMARY KEY,
  member_fk integer NOT NULL,
  plan_fk integer NOT NULL,
  status_cd membership_status_enum NOT NULL DEFAULT 'Active',
  start_dt date NOT NULL,
  end_dt date,
  discount_pct numeric(4,1) NOT NULL DEFAULT 0,
  is_auto_renew boolean NOT NULL DEFAULT true
);

CREATE TABLE tbl_trainer (
  trainer_pk integer PRIMARY KEY,
  trainer_first_nm varchar(40) NOT NULL,
  trainer_last_nm varchar(40) NOT NULL,
  email_addr varchar(120),
  specialty_cd varchar(20) NOT NULL,
  hourly_rate_amt numeric(6,2) NOT NULL,
  hired_dt date NOT NULL,
  left_dt date,
  is_freelance boolean NOT NULL DEFAULT false,
  UNIQUE (email_addr),
  CHECK (specialty_cd IN ('Yoga', 'Pilates', 'Strength', 'Cycling', 'Boxing', 'Swimming', 'Nutrition'))
);

CREATE TABLE tbl_class (
  class_pk integer PRIMARY KEY,
  class_nm varchar(60) NOT NULL,
  club_fk integer NOT NULL,
  trainer_fk integer NOT NULL,
  substitute_fk integer,
  level_cd skill_level_enum NOT NULL,
  weekday_cd weekday_enum NOT NULL,
  start_tm time NOT NULL,
  duration_min smallint NOT NULL,
  capacity_cnt smallint NOT NULL,
  CHECK (duration_min > 0)
);

CREATE TABLE tbl_class_booking (
  member_fk integer NOT NULL,
  class_fk integer NOT NULL,
  class_dt date NOT NULL,
  booked_ts timestamp NOT NULL DEFAULT now(),
  cancelled_ts timestamp,
  is_attended boolean,
  rating_val smallint,
  PRIMARY KEY (member_fk, class_fk, class_dt),
  CHECK (rating_val BETWEEN 1 AND 5)
);

CREATE TABLE tbl_visit (
  visit_pk integer PRIMARY KEY,
  member_fk integer NOT NULL,
  club_fk integer NOT NULL,
  check_in_ts timestamp NOT NULL,
  check_out_ts timestamp
);

CREATE TABLE tbl_payment (
  payment_pk integer PRIMARY KEY,
  membership_fk integer NOT NULL,
  due_dt date NOT NULL,
  paid_dt date,
  payment_amt numeric(8,2) NOT NULL,
  method_cd varchar(15) NOT NULL,
  is_late_fee boolean NOT NULL DEFAULT false,
  CHECK (method_cd IN ('card', 'direct debit', 'cash', 'cheque'))
);

ALTER TABLE tbl_member ADD FOREIGN KEY (home_club_fk) REFERENCES tbl_club (club_pk);

ALTER TABLE tbl_member ADD FOREIGN KEY (referred_by_fk) REFERENCES tbl_member (member_pk);

ALTER TABLE tbl_membership ADD FOREIGN KEY (member_fk) REFERENCES tbl_member (member_pk);

ALTER TABLE tbl_membership ADD FOREIGN KEY (plan_fk) REFERENCES tbl_plan (plan_pk);

ALTER TABLE tbl_class ADD FOREIGN KEY (club_fk) REFERENCES tbl_club (club_pk);

ALTER TABLE tbl_class ADD FOREIGN KEY (trainer_fk) REFERENCES tbl_trainer (trainer_pk);

ALTER TABLE tbl_class ADD FOREIGN KEY (substitute_fk) REFERENCES tbl_trainer (trainer_pk);

ALTER TABLE tbl_class_booking ADD FOREIGN KEY (member_fk) REFERENCES tbl_member (member_pk);

ALTER TABLE tbl_class_booking ADD FOREIGN KEY (class_fk) REFERENCES tbl_class (class_pk);

ALTER TABLE tbl_visit ADD FOREIGN KEY (member_fk) REFERENCES tbl_member (member_pk);

ALTER TABLE tbl_visit ADD FOREIGN KEY (club_fk) REFERENCES tbl_club (club_pk);

ALTER TABLE tbl_payment ADD FOREIGN KEY (membership_fk) REFERENCES tbl_membership (membership_pk);

COMMENT ON TABLE tbl_club IS 'Gym locations';

COMMENT ON TABLE tbl_plan IS 'Membership plans on offer';

COMMENT ON COLUMN tbl_plan.monthly_fee_amt IS 'Fee per month in CAD';

COMMENT ON COLUMN tbl_plan.min_term_months IS 'Minimum contract length';

COMMENT ON COLUMN tbl_plan.guest_pass_cnt IS 'Free guest visits per month';

COMMENT ON COLUMN tbl_plan.is_all_clubs IS 'Valid in every club, not only the home club';

COMMENT ON TABLE tbl_member IS 'People who have or had a membership';

COMMENT ON COLUMN tbl_member.card_barcode IS 'Barcode on the entry card';

COMMENT ON COLUMN tbl_member.referred_by_fk IS 'Existing member who recommended us';

COMMENT ON COLUMN tbl_member.goal_cd IS 'Main training goal stated at sign-up';

COMMENT ON TABLE tbl_membership IS 'Contracts; a member may have had several over time';

COMMENT ON COLUMN tbl_membership.end_dt IS 'NULL = open-ended, not cancelled';

COMMENT ON COLUMN tbl_membership.discount_pct IS 'Percent off the monthly fee';

COMMENT ON COLUMN tbl_trainer.hourly_rate_amt IS 'CAD per hour';

COMMENT ON COLUMN tbl_trainer.left_dt IS 'NULL if still working for us';

COMMENT ON TABLE tbl_class IS 'Weekly group classes';

COMMENT ON COLUMN tbl_class.trainer_fk IS 'Regular trainer';

COMMENT ON COLUMN tbl_class.substitute_fk IS 'Trainer who steps in when the regular one is away';

COMMENT ON COLUMN tbl_class.duration_min IS 'Length in minutes';

COMMENT ON COLUMN tbl_class.capacity_cnt IS 'Maximum number of participants';

COMMENT ON TABLE tbl_class_booking IS 'Members booked into classes, one row per class date';

COMMENT ON COLUMN tbl_class_booking.cancelled_ts IS 'NULL = booking stands';

COMMENT ON COLUMN tbl_class_booking.is_attended IS 'NULL until the class has taken place';

COMMENT ON COLUMN tbl_class_booking.rating_val IS '1 to 5 stars given by the member';

COMMENT ON TABLE tbl_visit IS 'Turnstile log';

COMMENT ON COLUMN tbl_visit.check_out_ts IS 'NULL = still inside';

COMMENT ON COLUMN tbl_payment.paid_dt IS 'NULL = overdue or not yet due';

COMMENT ON COLUMN tbl_payment.payment_amt IS 'CAD';
