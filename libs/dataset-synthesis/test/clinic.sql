CREATE TYPE visit_status AS ENUM ('scheduled', 'checked_in', 'completed', 'cancelled', 'no_show');
CREATE TYPE payment_method AS ENUM ('cash', 'card', 'bank_transfer', 'insurance');

CREATE TABLE department (
    department_id SERIAL PRIMARY KEY,
    name VARCHAR(60) NOT NULL UNIQUE,
    floor INT,
    budget NUMERIC(12,2)
);
COMMENT ON TABLE department IS 'unit';

CREATE TABLE doctor (
    doctor_id SERIAL PRIMARY KEY,
    first_name VARCHAR(50) NOT NULL,
    last_name VARCHAR(50) NOT NULL,
    specialty VARCHAR(40) CHECK (specialty IN ('Cardiology', 'Dermatology', 'Pediatrics', 'Neurology', 'Orthopedics')),
    email VARCHAR(100),
    hire_date DATE NOT NULL,
    salary NUMERIC(10,2),
    department_id INT REFERENCES department(department_id),
    supervisor_id INT REFERENCES doctor(doctor_id)
);

CREATE TABLE patient (
    patient_id SERIAL PRIMARY KEY,
    full_name VARCHAR(100) NOT NULL,
    gender VARCHAR(10) CHECK (gender IN ('Female', 'Male', 'Other')),
    dob DATE,
    phone VARCHAR(30),
    email VARCHAR(100),
    city VARCHAR(60),
    country VARCHAR(40),
    is_insured BOOLEAN NOT NULL DEFAULT true,
    registered_at TIMESTAMP NOT NULL,
    primary_doctor_id INT REFERENCES doctor(doctor_id)
);
COMMENT ON COLUMN patient.phone IS 'mobile number';

CREATE TABLE room (
    room_number INT PRIMARY KEY,
    room_type VARCHAR(20) CHECK (room_type IN ('exam', 'surgery', 'ward')),
    capacity SMALLINT,
    has_window BOOLEAN
);

CREATE TABLE appointment (
    appointment_id BIGSERIAL PRIMARY KEY,
    patient_id INT NOT NULL REFERENCES patient(patient_id),
    doctor_id INT NOT NULL REFERENCES doctor(doctor_id),
    referring_doctor_id INT REFERENCES doctor(doctor_id),
    room_number INT REFERENCES room(room_number),
    scheduled_at TIMESTAMP NOT NULL,
    duration_minutes INT,
    status visit_status NOT NULL,
    notes TEXT
);
COMMENT ON TABLE appointment IS 'A visit of a patient to a doctor; also called consultation';

CREATE TABLE medication (
    medication_id SERIAL PRIMARY KEY,
    name VARCHAR(80) NOT NULL,
    form VARCHAR(20) CHECK (form IN ('tablet', 'syrup', 'injection', 'cream')),
    unit_price NUMERIC(8,2),
    "inStock" INT
);

CREATE TABLE prescription (
    prescription_id SERIAL PRIMARY KEY,
    appointment_id BIGINT NOT NULL REFERENCES appointment(appointment_id),
    medication_id INT NOT NULL REFERENCES medication(medication_id),
    quantity INT NOT NULL,
    prescribed_on DATE NOT NULL,
    refills INT
);

CREATE TABLE invoice (
    invoice_id SERIAL PRIMARY KEY,
    patient_id INT NOT NULL REFERENCES patient(patient_id),
    invoice_number VARCHAR(20) NOT NULL UNIQUE,
    total NUMERIC(10,2) NOT NULL,
    issued_at DATE NOT NULL,
    due_date DATE,
    paid_at TIMESTAMP,
    method payment_method
);

CREATE TABLE allergy (
    allergy_id SERIAL PRIMARY KEY,
    name VARCHAR(60) NOT NULL,
    severity VARCHAR(10) CHECK (severity IN ('mild', 'moderate', 'severe'))
);

CREATE TABLE patient_allergy (
    patient_id INT NOT NULL REFERENCES patient(patient_id),
    allergy_id INT NOT NULL REFERENCES allergy(allergy_id),
    PRIMARY KEY (patient_id, allergy_id)
);

CREATE TABLE room_closure (
    room_number INT NOT NULL REFERENCES room(room_number),
    closed_on DATE NOT NULL,
    reason TEXT,
    PRIMARY KEY (room_number, closed_on)
);

CREATE VIEW unpaid_invoice AS
    SELECT invoice_id, invoice_number, total, due_date FROM invoice WHERE paid_at IS NULL;
