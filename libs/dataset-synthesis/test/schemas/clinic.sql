-- Clinic database
-- convention: singular table names, <table>_id keys

CREATE TABLE department (
    department_id  INTEGER PRIMARY KEY,
    name           VARCHAR(60) NOT NULL UNIQUE
                   CHECK (name IN ('Cardiology', 'Dermatology', 'Neurology', 'Orthopedics', 'Pediatrics', 'Radiology', 'General Medicine')),
    floor          SMALLINT NOT NULL,
    phone          VARCHAR(20)
);

CREATE TABLE doctor (
    doctor_id         INTEGER PRIMARY KEY,
    full_name         VARCHAR(100) NOT NULL,
    department_id     INTEGER NOT NULL,
    supervisor_id     INTEGER,
    job_grade         VARCHAR(20) NOT NULL CHECK (job_grade IN ('resident', 'specialist', 'senior', 'chief')),
    email             VARCHAR(120) NOT NULL UNIQUE,
    license_number    VARCHAR(15) NOT NULL UNIQUE,
    hire_date         DATE NOT NULL,
    leave_date        DATE,
    consultation_fee  NUMERIC(8,2) NOT NULL,
    CONSTRAINT doctor_department_fk FOREIGN KEY (department_id) REFERENCES department (department_id),
    CONSTRAINT doctor_supervisor_fk FOREIGN KEY (supervisor_id) REFERENCES doctor (doctor_id)
);

CREATE TABLE patient (
    patient_id     INTEGER PRIMARY KEY,
    first_name     VARCHAR(50) NOT NULL,
    last_name      VARCHAR(50) NOT NULL,
    date_of_birth  DATE NOT NULL,
    sex            CHAR(1) NOT NULL CHECK (sex IN ('F', 'M', 'X')),
    blood_type     VARCHAR(3) CHECK (blood_type IN ('A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-')),
    phone          VARCHAR(20),
    email          VARCHAR(120),
    city           VARCHAR(60),
    insurer        VARCHAR(30) CHECK (insurer IN ('Aetna', 'Cigna', 'Humana', 'Kaiser', 'Medicare', 'Medicaid')),
    smoker         BOOLEAN,
    family_doctor_id INTEGER,
    CONSTRAINT patient_family_doctor_fk FOREIGN KEY (family_doctor_id) REFERENCES doctor (doctor_id)
);

CREATE TABLE room (
    room_id   INTEGER PRIMARY KEY,
    code      VARCHAR(8) NOT NULL UNIQUE,
    kind      VARCHAR(20) NOT NULL CHECK (kind IN ('consultation', 'surgery', 'imaging', 'ward')),
    beds      SMALLINT NOT NULL DEFAULT 0,
    department_id INTEGER NOT NULL REFERENCES department (department_id)
);

CREATE TABLE appointment (
    appointment_id    INTEGER PRIMARY KEY,
    patient_id        INTEGER NOT NULL,
    doctor_id         INTEGER NOT NULL,
    referring_doctor_id INTEGER,
    room_id           INTEGER,
    starts_at         TIMESTAMP NOT NULL,
    duration_minutes  SMALLINT NOT NULL DEFAULT 20,
    reason            TEXT,
    visit_type        VARCHAR(20) NOT NULL CHECK (visit_type IN ('first visit', 'follow-up', 'emergency', 'check-up', 'telehealth')),
    cancelled_at      TIMESTAMP,
    no_show           BOOLEAN NOT NULL DEFAULT FALSE,
    satisfaction      SMALLINT CHECK (satisfaction BETWEEN 1 AND 10),
    CONSTRAINT appointment_patient_fk FOREIGN KEY (patient_id) REFERENCES patient (patient_id),
    CONSTRAINT appointment_doctor_fk FOREIGN KEY (doctor_id) REFERENCES doctor (doctor_id),
    CONSTRAINT appointment_referrer_fk FOREIGN KEY (referring_doctor_id) REFERENCES doctor (doctor_id),
    CONSTRAINT appointment_room_fk FOREIGN KEY (room_id) REFERENCES room (room_id)
);

CREATE TABLE diagnosis (
    diagnosis_id  INTEGER PRIMARY KEY,
    icd_code      VARCHAR(8) NOT NULL UNIQUE,
    title         VARCHAR(150) NOT NULL,
    chronic       BOOLEAN NOT NULL DEFAULT FALSE
);

-- m:n appointment <-> diagnosis
CREATE TABLE appointment_diagnosis (
    appointment_id  INTEGER NOT NULL REFERENCES appointment (appointment_id),
    diagnosis_id    INTEGER NOT NULL REFERENCES diagnosis (diagnosis_id),
    severity        VARCHAR(10) NOT NULL CHECK (severity IN ('mild', 'moderate', 'severe', 'critical')),
    PRIMARY KEY (appointment_id, diagnosis_id)
);

CREATE TABLE medication (
    medication_id  INTEGER PRIMARY KEY,
    name           VARCHAR(80) NOT NULL,
    form           VARCHAR(15) NOT NULL CHECK (form IN ('tablet', 'capsule', 'syrup', 'injection', 'cream', 'inhaler')),
    strength_mg    NUMERIC(8,2),
    unit_cost      NUMERIC(8,2) NOT NULL,
    prescription_only BOOLEAN NOT NULL DEFAULT TRUE
);

CREATE TABLE prescription (
    prescription_id  INTEGER PRIMARY KEY,
    appointment_id   INTEGER NOT NULL REFERENCES appointment (appointment_id),
    medication_id    INTEGER NOT NULL REFERENCES medication (medication_id),
    quantity         INTEGER NOT NULL CHECK (quantity > 0),
    days             SMALLINT NOT NULL,
    instructions     TEXT,
    dispensed_on     DATE
);

CREATE TABLE invoice (
    invoice_id      INTEGER PRIMARY KEY,
    appointment_id  INTEGER NOT NULL UNIQUE REFERENCES appointment (appointment_id),
    issued_on       DATE NOT NULL,
    amount          NUMERIC(10,2) NOT NULL,
    covered_pct     NUMERIC(5,2) NOT NULL DEFAULT 0 CHECK (covered_pct >= 0 AND covered_pct <= 100),
    paid_on         DATE
);

CREATE INDEX appointment_starts_idx ON appointment (starts_at);
CREATE INDEX patient_last_name_idx ON patient (last_name);

COMMENT ON TABLE doctor IS 'Physicians, current and former';
COMMENT ON COLUMN doctor.supervisor_id IS 'Doctor this doctor reports to; null for chiefs';
COMMENT ON COLUMN doctor.leave_date IS 'Date the doctor left the clinic, null if still employed';
COMMENT ON COLUMN doctor.consultation_fee IS 'Standard fee per visit (USD)';
COMMENT ON COLUMN patient.smoker IS 'null = not asked';
COMMENT ON COLUMN patient.insurer IS 'Health insurer, null if self-paying';
COMMENT ON COLUMN patient.family_doctor_id IS 'Regular doctor of the patient, if any';
COMMENT ON COLUMN room.code IS 'Door sign, e.g. 2-114';
COMMENT ON COLUMN room.beds IS 'Number of beds';
COMMENT ON TABLE appointment IS 'Booked visits, past and future';
COMMENT ON COLUMN appointment.doctor_id IS 'Doctor who sees the patient';
COMMENT ON COLUMN appointment.referring_doctor_id IS 'Doctor who sent the patient, if referred internally';
COMMENT ON COLUMN appointment.reason IS 'Complaint in the patient''s own words';
COMMENT ON COLUMN appointment.cancelled_at IS 'When it was cancelled; null = not cancelled';
COMMENT ON COLUMN appointment.no_show IS 'Patient did not turn up';
COMMENT ON COLUMN appointment.satisfaction IS 'Patient score after the visit, 1-10';
COMMENT ON COLUMN diagnosis.icd_code IS 'ICD-10 code';
COMMENT ON TABLE appointment_diagnosis IS 'Diagnoses made at each appointment';
COMMENT ON COLUMN medication.strength_mg IS 'Active ingredient per unit, in mg';
COMMENT ON COLUMN medication.unit_cost IS 'USD per unit';
COMMENT ON COLUMN prescription.quantity IS 'Number of units (tablets, doses ...)';
COMMENT ON COLUMN prescription.days IS 'Length of treatment in days';
COMMENT ON COLUMN prescription.dispensed_on IS 'Picked up at the pharmacy; null = not picked up';
COMMENT ON COLUMN invoice.amount IS 'Total in USD';
COMMENT ON COLUMN invoice.covered_pct IS 'Share paid by the insurer, percent';
COMMENT ON COLUMN invoice.paid_on IS 'null while the invoice is open';
