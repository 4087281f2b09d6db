CREATE TYPE course_level AS ENUM ('beginner', 'intermediate', 'advanced');

CREATE TABLE subject (
  id integer PRIMARY KEY,
  name text NOT NULL,
  UNIQUE (name)
);

CREATE TABLE teacher (
  id integer PRIMARY KEY,
  full_name text NOT NULL,
  email text NOT NULL,
  phone text,
  date_of_birth date,
  hourly_rate numeric(6,2) NOT NULL,
  start_date date NOT NULL,
  end_date date,
  mentor_id integer
);

CREATE TABLE room (
  id integer PRIMARY KEY,
  label text NOT NULL,
  building text NOT NULL,
  seats integer NOT NULL,
  has_projector boolean NOT NULL DEFAULT false,
  wheelchair_access boolean NOT NULL DEFAULT false,
  UNIQUE (label)
);

CREATE TABLE course (
  id integer PRIMARY KEY,
  code text NOT NULL,
  title text NOT NULL,
  subject_id integer NOT NULL,
  teacher_id integer,
  room_id integer,
  level course_level NOT NULL,
  begins date NOT NULL,
  ends date NOT NULL,
  weekday text NOT NULL,
  start_time time NOT NULL,
  max_students integer NOT NULL,
  price numeric(8,2) NOT NULL,
  online boolean NOT NULL DEFAULT false,
  UNIQUE (code),
  CHECK (weekday IN ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'))
);

CREATE TABLE student (
  id integer PRIMARY KEY,
  given_name text NOT NULL,
  family_name text NOT NULL,
  email text,
  mobile text,
  birthday date,
  town text NOT NULL,
  occupation text,
  signup timestamp NOT NULL DEFAULT now(),
  referred_by integer
);

CREATE TABLE enrolment (
  id integer PRIMARY KEY,
  student_id integer NOT NULL,
  course_id integer NOT NULL,
  created timestamp NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'active',
  dropped_on date,
  discount numeric(4,1),
  UNIQUE (student_id, course_id),
  CHECK (state IN ('waiting', 'active', 'completed', 'dropped'))
);

CREATE TABLE lesson (
  id integer PRIMARY KEY,
  course_id integer NOT NULL,
  lesson_date date NOT NULL,
  minutes integer NOT NULL DEFAULT 90,
  topic text,
  cancelled boolean NOT NULL DEFAULT false,
  substitute_id integer
);

CREATE TABLE grade (
  id integer PRIMARY KEY,
  enrolment_id integer NOT NULL,
  exam text NOT NULL,
  points numeric(5,2) NOT NULL,
  graded_on date NOT NULL,
  remark text,
  UNIQUE (enrolment_id, exam),
  CHECK (exam IN ('midterm', 'final', 'project', 'resit')),
  CHECK (points BETWEEN 0 AND 100)
);

CREATE TABLE invoice (
  id integer PRIMARY KEY,
  number text NOT NULL,
  student_id integer NOT NULL,
  enrolment_id integer,
  issued date NOT NULL,
  due date NOT NULL,
  amount numeric(8,2) NOT NULL,
  paid_on date,
  reminders integer NOT NULL DEFAULT 0,
  UNIQUE (number)
);

ALTER TABLE teacher ADD FOREIGN KEY (mentor_id) REFERENCES teacher (id);

ALTER TABLE course ADD FOREIGN KEY (subject_id) REFERENCES subject (id);

ALTER TABLE course ADD FOREIGN KEY (teacher_id) REFERENCES teacher (id);

ALTER TABLE course ADD FOREIGN KEY (room_id) REFERENCES room (id);

ALTER TABLE student ADD FOREIGN KEY (referred_by) REFERENCES student (id);

ALTER TABLE enrolment ADD FOREIGN KEY (student_id) REFERENCES student (id);

ALTER TABLE enrolment ADD FOREIGN KEY (course_id) REFERENCES course (id);

ALTER TABLE lesson ADD FOREIGN KEY (course_id) REFERENCES course (id);

ALTER TABLE lesson ADD FOREIGN KEY (substitute_id) REFERENCES teacher (id);

ALTER TABLE grade ADD FOREIGN KEY (enrolment_id) REFERENCES enrolment (id);

ALTER TABLE invoice ADD FOREIGN KEY (student_id) REFERENCES student (id);

ALTER TABLE invoice ADD FOREIGN KEY (enrolment_id) REFERENCES enrolment (id);

COMMENT ON COLUMN subject.name IS 'e.g. Spanish, Pottery, Photography, Bookkeeping';

COMMENT ON COLUMN teacher.end_date IS 'Day the contract ended; NULL = still under contract';

COMMENT ON COLUMN course.code IS 'Short code as in the brochure, e.g. PHOTO-101';

COMMENT ON COLUMN course.teacher_id IS 'NULL until a teacher has been found';

COMMENT ON COLUMN student.signup IS 'When the student registered with the school';

COMMENT ON COLUMN student.referred_by IS 'Student who recommended us, if any';

COMMENT ON COLUMN enrolment.state IS 'waiting = on the waiting list';

COMMENT ON COLUMN enrolment.discount IS 'Percent off the course price, NULL = none';

COMMENT ON COLUMN lesson.substitute_id IS 'Teacher who stood in for the regular one, NULL if none';

COMMENT ON COLUMN grade.points IS 'Out of 100; 50 or more is a pass';

COMMENT ON COLUMN invoice.paid_on IS 'NULL while unpaid';

COMMENT ON COLUMN invoice.reminders IS 'How many payment reminders were sent';
