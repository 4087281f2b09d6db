import { sqlTemplate } from './sql-template.ts';

it('masks constants and their lists, and keeps names', async () => {
  const sql = "SELECT city FROM address WHERE country IN ('USA', 'UK') AND created_date > CURRENT_DATE - INTERVAL '7 days' AND is_primary = TRUE LIMIT 5";
  expect(await sqlTemplate(sql)).toBe('SELECT city FROM address WHERE country IN (?) AND created_date > CURRENT_DATE - INTERVAL ? AND is_primary = ? LIMIT ?');
  expect(await sqlTemplate("SELECT city FROM address WHERE country IN ('USA', 'UK', 'Spain')")).toBe(await sqlTemplate("SELECT city FROM address WHERE country IN ('Italy')"));
});
