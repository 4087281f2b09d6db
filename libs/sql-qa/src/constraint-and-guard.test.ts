import { createSqlConstraint } from '@sqlwright/sql-generation';
import { guardSql } from '@sqlwright/sql-guard';
import { harmlessStatements, librarySchema } from '@sqlwright/sql-guard/testing';

const constraint = createSqlConstraint(librarySchema);
const queries = harmlessStatements.filter((sql) => /^[\s(]*(select|with)\b/i.test(sql));
const columns = librarySchema.tables.flatMap((table) => table.columns.map(({ name }) => name));
const names = [...new Set([...columns, ...librarySchema.tables.map(({ name }) => name)])];

/** The statement with each of its names in turn replaced by another one of the schema. */
function mutantsOf(sql: string): string[] {
  const found = [...sql.matchAll(/[a-z_]+(?:\.loan)?/g)].filter(([word]) => names.includes(word));
  return found.map(({ 0: word, index }, turn) => {
    const other = names[(names.indexOf(word) + 1 + ((index + turn) % (names.length - 1))) % names.length] ?? '';
    return sql.slice(0, index) + other + sql.slice(index + word.length);
  });
}

describe('what the constraint of decoding and the guard say of names', () => {
  it('leaves alone, from the first letter to the last, what the guard lets pass', () => {
    const refused = queries.filter((sql) => Array.from(sql, (_, end) => constraint.check(sql.slice(0, end), false)).some((verdict) => verdict.refused !== undefined));
    expect(queries.length).toBeGreaterThan(130);
    expect(refused).toEqual([]);
  });

  it('refuses every statement that names what is not there', async () => {
    const mutants = queries.flatMap(mutantsOf);
    const verdicts = await Promise.all(mutants.map((sql) => guardSql(sql, librarySchema)));
    const unknown = mutants.filter((_, index) => verdicts[index]?.allowed === false && verdicts[index].code === 'unknown-relation');
    expect(unknown.length).toBeGreaterThan(200);
    expect(unknown.filter((sql) => constraint.check(sql, true).refused === undefined)).toEqual([]);
  });
});
