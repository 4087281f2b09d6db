export { guardSql } from './guard-sql.ts';
export type { GuardVerdict, RefusalCode } from './verdict.ts';
