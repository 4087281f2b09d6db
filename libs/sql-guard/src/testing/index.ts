export { harmlessStatements } from './harmless-statements.ts';
export { deniedNames, harmlessBesideDenied, hostileAttacks, hostileToDenied } from './hostile-attacks.ts';
export { hostileStatements } from './hostile-statements.ts';
export { libraryDatabase } from './library-database.ts';
export { librarySchema } from './library-schema.ts';
