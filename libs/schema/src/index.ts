export { compareSchemas } from './compare-schemas.ts';
export { parseDdl } from './ddl/parse-ddl.ts';
export { spellType } from './ddl/type-name.ts';
export { fingerprintSchema } from './fingerprint-schema.ts';
export { functionColumns } from './function-columns.ts';
export { pruneSchema } from './prune-schema.ts';
export { quoteLiteral, quoteName, quotePart } from './quote.ts';
export { renderDdl, renderTableDefinitions } from './render-ddl.ts';
export { databaseSchemaSchema, type Column, type DatabaseSchema, type EnumType, type ForeignKey, type Table } from './schema.ts';
