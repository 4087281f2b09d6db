import { statementLevel } from './statement-level.ts';

it.each([
  ['SELECT COUNT(*) FROM customer', 'easy'],
  ["SELECT name FROM customer WHERE city = 'Rome' AND age > 3", 'easy'],
  ['SELECT city, COUNT(*) FROM customer GROUP BY city', 'medium'],
  ["SELECT name FROM customer WHERE id IN (SELECT customer_id FROM address WHERE city = 'Rome')", 'medium'],
  ['SELECT c.name, COUNT(*) FROM customer c JOIN address a ON a.customer_id = c.id GROUP BY c.id, c.name', 'hard'],
  ['SELECT c.name FROM customer c JOIN address a ON a.customer_id = c.id WHERE a.x > 2 AND a.y < 3 GROUP BY c.id, c.name HAVING COUNT(*) > 2 ORDER BY COUNT(*) DESC', 'extra'],
])('%s', async (sql, level) => {
  expect(await statementLevel(sql)).toBe(level);
});
