export { readConfirmed, type ConfirmedStatements } from './confirmed-statements.ts';
