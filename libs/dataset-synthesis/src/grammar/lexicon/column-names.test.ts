import { parseDdl } from '@sqlwright/schema';
import { plainNames } from './column-names.ts';

async function namesOf(columns: string, tableWords: string): Promise<(string | undefined)[][]> {
  const [table] = (await parseDdl(`CREATE TABLE t (${columns});`)).tables;
  return table === undefined ? [] : plainNames(table, tableWords).map(({ words, longer }) => (longer === undefined ? [words] : [words, longer]));
}

describe('plainNames', () => {
  it.each([
    ['the name of the table goes, in full, in short and as the last of its words', 'book_id int, book_title text, bk_pages int, genre text', 'book', [['id'], ['title'], ['pages'], ['genre']]],
    ['what is said with it stays a second name', 'class_id int, class_name text, room text', 'gym class', [['id', 'class id'], ['name', 'class name'], ['room']]],
    ['a prefix of all columns goes', 'c_id int, c_name text, c_phone text, c_city text', 'customer', [['id'], ['name'], ['phone'], ['city']]],
    ['two columns never share a name', 'order_date date, date date, status text', 'order', [['order date'], ['date'], ['status', 'order status']]],
    ['a word that only begins like the table stays', 'car_type text, in_use boolean', 'carrier invoice', [['car type'], ['in use']]],
    ['units are not part of a name, but of vacation days', 'duration_min int, weight_kg numeric, vacation_days int, actual_min int', 'trip', [['duration'], ['weight'], ['vacation days'], ['actual minutes']]],
  ])('%s', async (_, columns, tableWords, names) => {
    expect(await namesOf(columns, tableWords)).toEqual(names);
  });
});
