export { guardSql, type GuardOptions } from './guard-sql.ts';
export type { GuardVerdict, RefusalCode } from './verdict.ts';
export { deniesColumn, deniesTable } from './names/readable-tables.ts';
