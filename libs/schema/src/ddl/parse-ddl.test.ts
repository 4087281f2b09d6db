import { renderDdl } from '../render-ddl.ts';
import { fingerprintSchema } from '../fingerprint-schema.ts';
import { parseDdl } from './parse-ddl.ts';

const article = `
CREATE TABLE customer (
    customer_key INT PRIMARY KEY,
    full_name VARCHAR(100),
    created_date DATETIME,
    dateofbirth DATE
);
CREATE TABLE address (
    address_key INT PRIMARY KEY,
    customer_key INT,
    is_primary BOOLEAN,
    FOREIGN KEY (customer_key) REFERENCES customer(customer_key)
);`;

describe('parseDdl', () => {
  it('maps the types of the article and keeps its keys', async () => {
    const [customer, address] = (await parseDdl(article)).tables;
    expect(customer?.columns.map(({ name, type }) => `${name} ${type}`)).toEqual(['customer_key integer', 'full_name varchar(100)', 'created_date timestamp', 'dateofbirth date']);
    expect(customer?.primaryKey).toEqual(['customer_key']);
    expect(customer?.columns[0]?.nullable).toBe(false);
    expect(address?.foreignKeys).toEqual([{ columns: ['customer_key'], referencedTable: 'customer', referencedColumns: ['customer_key'] }]);
  });

  it('reads what a MySQL dump writes: back quotes, widths, AUTO_INCREMENT, inline enums and comments, index lines, table options', async () => {
    const schema = await parseDdl(`CREATE TABLE \`order\` (
      \`id\` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT 'the key',
      state enum('open','it''s done') DEFAULT 'open',
      price double, flag tinyint(1), small tinyint(4), body longtext,
      \`Odd Name\` varchar(10) character set utf8 collate utf8_bin,
      changed timestamp default current_timestamp on update current_timestamp, # the last change
      PRIMARY KEY (\`id\`), KEY by_state (state), UNIQUE KEY one_price (price)
    ) ENGINE=InnoDB DEFAULT CHARSET=utf8;`);
    const table = schema.tables[0];
    expect(table?.columns.map(({ type }) => type)).toEqual(['integer', 'text', 'double precision', 'boolean', 'smallint', 'text', 'varchar(10)', 'timestamp']);
    expect(table?.checks).toEqual(["state IN ('open', 'it''s done')"]);
    expect(table?.uniqueKeys).toEqual([['price']]);
    expect(renderDdl(schema)).toContain('CREATE TABLE "order" (');
  });

  it('reads keys, comments, enums and views of PostgreSQL, and its own rendering again', async () => {
    const schema = await parseDdl(`
      CREATE TYPE mood AS ENUM ('glad', 'sad');
      CREATE TABLE author (id bigserial PRIMARY KEY, name text NOT NULL UNIQUE, mood mood, born timestamp with time zone, tags text[]);
      CREATE TABLE book (author_id bigint REFERENCES author, number smallint CHECK (number > 0), PRIMARY KEY (author_id, number));
      COMMENT ON TABLE author IS 'who writes';
      COMMENT ON COLUMN author.born IS 'moment of birth';
      CREATE VIEW prolific AS SELECT author_id, count(*) AS books FROM book GROUP BY author_id;`);
    expect(schema.enums).toEqual([{ name: 'mood', values: ['glad', 'sad'] }]);
    expect(schema.tables[0]).toMatchObject({ comment: 'who writes', uniqueKeys: [['name']] });
    expect(schema.tables[0]?.columns[3]).toMatchObject({ type: 'timestamptz', comment: 'moment of birth' });
    expect(schema.tables[1]).toMatchObject({ primaryKey: ['author_id', 'number'], checks: ['number > 0'], foreignKeys: [{ referencedColumns: ['id'] }] });
    expect(schema.tables[2]).toMatchObject({ kind: 'view', columns: [{ name: 'author_id', type: 'bigint' }, { name: 'books' }] });
    expect(fingerprintSchema(await parseDdl(renderDdl(schema)))).toBe(fingerprintSchema(schema));
  });

  it.each([
    ['CREATE TABLE a (id int);\n\n  INSERT INTO a VALUES (1);', 'ddl.unsupported', 'line 3, column 3'],
    ['CREATE TABLE a (\n  id datetime, b x y z\n);', 'ddl.syntax', 'line 2, column 20'],
    ['CREATE TABLE a (`größe` datetime, b x y z);', 'ddl.syntax', 'line 1, column 39'],
    ['CREATE TABLE a (id int, PRIMARY KEY (ix));', 'ddl.invalid', '"ix"'],
    ['CREATE TABLE a (id int REFERENCES b);', 'ddl.invalid', '"b"'],
    ['-- nothing', 'ddl.invalid', 'no table'],
  ])('refuses %j with a place and a hint', async (ddl, code, place) => {
    await expect(parseDdl(ddl)).rejects.toMatchObject({ code, message: expect.stringContaining(place), hint: expect.stringMatching(/\w/) });
  });
});
