CREATE TABLE student (
    student_id INT PRIMARY KEY,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    email VARCHAR(100),
    city TEXT,
    enrolled_on DATE NOT NULL
);

CREATE TABLE teacher (
    teacher_id INT PRIMARY KEY,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    email VARCHAR(100) NOT NULL,
    city TEXT NOT NULL,
    salary NUMERIC(9,2)
);

-- A course is named by its department and a number within it.
CREATE TABLE course (
    department TEXT CHECK (department IN ('Biology', 'History', 'Physics')),
    number INT CHECK (number BETWEEN 100 AND 499),
    title TEXT NOT NULL,
    credits SMALLINT NOT NULL CHECK (credits BETWEEN 1 AND 12),
    language TEXT CHECK (language IN ('English', 'French', 'German')),
    level TEXT NOT NULL CHECK (level IN ('beginner', 'advanced')),
    PRIMARY KEY (department, number)
);

CREATE TABLE lecture (
    lecture_id INT PRIMARY KEY,
    department TEXT NOT NULL,
    course_number INT NOT NULL,
    teacher_id INT REFERENCES teacher (teacher_id),
    held_on DATE NOT NULL,
    duration_minutes INT,
    FOREIGN KEY (department, course_number) REFERENCES course (department, number)
);

CREATE TABLE enrollment (
    student_id INT NOT NULL REFERENCES student (student_id),
    department TEXT NOT NULL,
    course_number INT NOT NULL,
    grade NUMERIC(3,1),
    PRIMARY KEY (student_id, department, course_number),
    FOREIGN KEY (department, course_number) REFERENCES course (department, number)
);

CREATE TABLE remark (
    remark_id INT PRIMARY KEY,
    student_id INT,
    department TEXT,
    course_number INT,
    written_on DATE NOT NULL,
    FOREIGN KEY (student_id, department, course_number) REFERENCES enrollment (student_id, department, course_number)
);
