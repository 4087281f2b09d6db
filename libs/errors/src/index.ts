export { errorCodes, type ErrorCode } from './error-codes.ts';
export { SqlwrightError } from './sqlwright-error.ts';
export { cancelled, toSqlwrightError } from './to-sqlwright-error.ts';
export { parseWith } from './parse-with.ts';
export { nearest } from './nearest.ts';
