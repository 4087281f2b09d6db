import { readRecordedSamples } from '../../test/read-recorded-samples.ts';
import { abstractSamples } from './abstract-samples.ts';
import { readPhrasebook, type Phrasebook } from './phrase.ts';

const abstractAs = (kind: keyof Phrasebook, sql: string, ...questions: string[]) => abstractSamples([{ questions, sql }])[kind][0];
const abstract = (sql: string, ...questions: string[]) => abstractAs('people', sql, ...questions);

describe('abstractSamples', () => {
  it('puts places for table, columns, names and nouns', () => {
    expect(abstract("SELECT full_name FROM customer WHERE full_name ILIKE '% Cruz' AND EXTRACT(YEAR FROM AGE(dateofbirth)) > 60 ORDER BY full_name", 'Which customers called Cruz are over 60?')).toEqual({
      questions: ['Which {people} called Cruz are over 60?'],
      sql: "SELECT {names} FROM {people} WHERE {last name 'Cruz'} AND EXTRACT(YEAR FROM AGE({birth})) > 60 ORDER BY {name order}",
    });
  });

  it('takes what a customer has several of for a column of its own, where that gives the same people', () => {
    expect(abstract('SELECT c.full_name FROM customer c WHERE NOT EXISTS (SELECT 1 FROM contact ct WHERE ct.customer_key = c.customer_key AND (ct.email IS NOT NULL OR ct.phone IS NOT NULL))', 'no mail no phone who')?.sql).toBe('SELECT {names} FROM {people} WHERE {email} IS NULL AND {phone} IS NULL');
    expect(abstract("SELECT phone FROM contact WHERE customer_key IN (SELECT customer_key FROM customer WHERE full_name ILIKE 'Anna Weber')", "Anna Weber's number?")?.sql).toBe("SELECT {phone} FROM {people} WHERE {named 'Anna Weber'}");
    expect(abstract("SELECT COUNT(DISTINCT a.customer_key) FROM address a JOIN customer c ON c.customer_key = a.customer_key WHERE a.city IN ('Rome', 'Milan') AND c.gender = 'Female'", 'women in Rome or Milan, count')).toEqual({ questions: ['women in {city 1} or {city 2}, count'], sql: "SELECT COUNT(*) FROM {people} WHERE {city} IN ('{city 1 Rome}', '{city 2 Milan}') AND {gender} = '{gender Female}'" });
  });

  it('leaves out what only that database has', () => {
    expect(abstract("SELECT COUNT(*) FROM customer WHERE source = 'Referral'", 'How many customers were recommended?')).toBeUndefined();
    expect(abstract('SELECT COUNT(*) FROM contact', 'How many contacts are there?')).toBeUndefined();
    expect(abstract('SELECT customer_key FROM address GROUP BY customer_key HAVING COUNT(*) > 1', 'Who has two addresses?')).toBeUndefined();
    expect(abstract('SELECT full_name FROM customer WHERE updated_date > (SELECT MIN(x.created_date) FROM address x)', 'Who?')).toBeUndefined();
    expect(abstract("SELECT COUNT(*) FROM address WHERE city = 'Rome'", 'How many people live in the eternal city?')).toBeUndefined();
    expect(abstract('SELECT source, COUNT(*) FROM customer GROUP BY source', 'Which channels bring whom?', 'customers per source')).toEqual({ questions: ['{people} per {category}'], sql: 'SELECT {category}, COUNT(*) FROM {people} GROUP BY {category}' });
  });

  it('takes one table for things', () => {
    expect(abstractAs('things', "SELECT city, COUNT(*) FROM address WHERE created_date >= DATE '2025-01-01' AND postal_code IS NULL GROUP BY city", 'How many addresses without a zip code were added since January 2025, per city?', 'towns, adresses no zip')).toEqual({
      questions: ['How many {things} without a {column} were {done} since January 2025, per {category}?', '{categories}, {things} no {column}'],
      sql: "SELECT {category}, COUNT(*) FROM {things} WHERE {moment} >= DATE '2025-01-01' AND {column} IS NULL GROUP BY {category}",
    });
    expect(abstractAs('things', "SELECT COUNT(*) FROM address WHERE city = 'Rome'", 'How many addresses are in Rome?')).toBeUndefined();
    expect(abstractAs('things', 'SELECT COUNT(*) FROM customer', 'How many people have we got?')).toBeUndefined();
  });

  it('takes customers and their addresses for parents and children', () => {
    expect(abstractAs('relations', 'SELECT c.full_name, COUNT(a.address_key) FROM customer c LEFT JOIN address a ON a.customer_key = c.customer_key GROUP BY c.customer_key, c.full_name', 'Show each customer with the number of addresses.', 'Where does everybody live, and how often?')).toEqual({
      questions: ['Show each {parent} with the number of {children}.'],
      sql: 'SELECT {p names}, COUNT({c}.{child key}) FROM {parents} {p} LEFT JOIN {children} {c} ON {c}.{owner} = {p}.{key} GROUP BY {p}.{key}, {p names}',
    });
    expect(abstractAs('relations', 'SELECT COUNT(*) FROM address WHERE customer_key NOT IN (SELECT customer_key FROM customer)', 'Which addresses belong to no customer?')).toBeUndefined();
  });

  it('made the phrasebook that is kept (write-phrasebook.ts makes it anew)', async () => {
    const [made, kept] = [abstractSamples(await readRecordedSamples()), readPhrasebook()];
    for (const kind of ['people', 'things', 'relations'] as const) {
      expect(kept[kind].length).toBeGreaterThan(100);
      expect(JSON.stringify(made[kind]) === JSON.stringify(kept[kind])).toBe(true);
    }
  });
});
