import type { Column, DatabaseSchema, Table } from '@sqlwright/schema';

function table(name: string, columns: Readonly<Record<string, string>>): Table {
  const described: Column[] = Object.entries(columns).map(([column, type]) => ({ name: column, type, nullable: true }));
  return { name, kind: 'table', columns: described, primaryKey: [], uniqueKeys: [], foreignKeys: [], checks: [] };
}

/** A lending library. Its database also has staff_login, member.pin_hash and the function purge(), which the model does not tell of. */
export const librarySchema: DatabaseSchema = {
  enums: [{ name: 'loan_state', values: ['open', 'returned', 'lost'] }],
  tables: [
    table('member', { member_id: 'integer', full_name: 'text', email: 'text', city: 'text', joined_on: 'date', is_active: 'boolean' }),
    table('book', { book_id: 'integer', title: 'text', author: 'text', genre: 'text', price: 'numeric(8,2)', tags: 'text[]', details: 'jsonb' }),
    table('loan', { loan_id: 'integer', member_id: 'integer', book_id: 'integer', lent_at: 'timestamp', returned_at: 'timestamp', state: 'loan_state' }),
    table('archive.loan', { loan_id: 'integer', member_id: 'integer', closed_on: 'date' }),
  ],
};
