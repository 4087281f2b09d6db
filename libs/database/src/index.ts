export type { Database, QueryResult, ReadLimits, Value, ValueDomains } from './database.ts';
export { openPglite } from './pglite/open-pglite.ts';
export { openPostgres } from './postgres/open-postgres.ts';
export { generateSeed } from './seed/generate-seed.ts';
export type { SeedOptions } from './seed/seed-options.ts';
