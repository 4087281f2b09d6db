import type { DatabaseSchema, Table } from '@sqlwright/schema';

function table(name: string, columns: readonly string[]): Table {
  return { name, kind: 'table', columns: columns.map((column) => ({ name: column, type: 'text', nullable: true })), primaryKey: [], uniqueKeys: [], foreignKeys: [], checks: [] };
}

export const clinicSchema: DatabaseSchema = {
  enums: [],
  tables: [
    table('patient', ['patient_id', 'full_name', 'gender', 'country', 'source']),
    { ...table('visit', ['visit_id', 'patient_id', 'kind', 'country']), foreignKeys: [{ columns: ['patient_id'], referencedTable: 'patient', referencedColumns: ['patient_id'] }] },
    table('billing.invoice', ['invoice_id', 'state']),
  ],
};
