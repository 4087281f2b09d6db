export type { Database, QueryResult, ReadLimits, Value, ValueDomains } from './database.ts';
export { openPglite, type SavableDatabase } from './pglite/open-pglite.ts';
export { openPostgres } from './postgres/open-postgres.ts';
export { renderReaderRole, type ReaderRole } from './postgres/render-reader-role.ts';
export { generateSeed } from './seed/generate-seed.ts';
export { renderSeededDatabase } from './seed/render-seeded-database.ts';
export type { SeedOptions } from './seed/seed-options.ts';
export { snapshotVersion } from './pglite/snapshot-version.ts';
