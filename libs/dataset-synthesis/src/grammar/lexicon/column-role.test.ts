import { parseDdl } from '@sqlwright/schema';
import { roleOf } from './column-role.ts';

const schema = await parseDdl(`CREATE TYPE fuel AS ENUM ('petrol', 'diesel');
  CREATE TABLE dept (dept_cd varchar(5) PRIMARY KEY, dept_code text, dname text);
  CREATE TABLE emp (emp_no int PRIMARY KEY, e_mail text, mobile_no text, birth_dt date, hire_dt date, job_cd text, sal numeric, hourly_rate numeric, num int, no_of_guests int, sold_by int, country_cd char(2), state char(2), city text, fuel fuel, mfr text, is_active boolean, summary text NOT NULL, room_no text, bonus_pct numeric, city_nm text, home_country_nm text, gender_cd char(1), fare numeric, credit_score_val int, year_built int, seat_number int);
  CREATE TABLE level (id int PRIMARY KEY, level_nm text);`);

describe('roleOf', () => {
  it.each([
    ['emp', 'e_mail', 'email'], ['emp', 'mobile_no', 'phone'], ['emp', 'birth_dt', 'birth'], ['emp', 'hire_dt', 'moment'], ['emp', 'sal', 'amount'], ['emp', 'hourly_rate', 'amount'], ['emp', 'num', 'key'], ['emp', 'no_of_guests', 'quantity'], ['emp', 'sold_by', 'key'],
    ['emp', 'country_cd', 'country'], ['emp', 'state', 'state'], ['emp', 'fuel', 'category'], ['emp', 'mfr', 'category'], ['emp', 'is_active', 'flag'], ['emp', 'summary', 'text'], ['emp', 'room_no', 'code'], ['emp', 'bonus_pct', 'measure'], ['emp', 'city_nm', 'city'], ['emp', 'home_country_nm', 'country'], ['emp', 'gender_cd', 'category'], ['emp', 'fare', 'amount'], ['emp', 'credit_score_val', 'measure'], ['emp', 'year_built', 'year'], ['emp', 'seat_number', 'other'], ['level', 'level_nm', 'name'], ['emp', 'emp_no', 'key'], ['dept', 'dname', 'name'],
  ])('takes %s.%s for %s', (tableName, columnName, role) => {
    const table = schema.tables.find(({ name }) => name === tableName);
    const column = table?.columns.find(({ name }) => name === columnName);
    expect(table && column && roleOf(schema, table, column, [])).toBe(role);
  });

  it('tells a code that names its thing from one of a list', () => {
    const [dept, emp] = schema.tables;
    const role = (table: typeof dept, name: string): string | undefined => {
      const column = table?.columns.find((each) => each.name === name);
      return table && column && roleOf(schema, table, column, ['A1', 'B2']);
    };
    expect([role(dept, 'dept_code'), role(emp, 'job_cd')]).toEqual(['code', 'category']);
  });
});
