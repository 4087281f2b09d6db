export { harmlessStatements } from './harmless-statements.ts';
export { hostileAttacks } from './hostile-attacks.ts';
export { deniedNames, harmlessBesideDenied, hostileToDenied } from './hostile-to-denied.ts';
export { hostileStatements } from './hostile-statements.ts';
export { libraryDatabase } from './library-database.ts';
export { librarySchema } from './library-schema.ts';
