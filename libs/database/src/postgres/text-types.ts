import pg from 'pg';

/** bool, int2, int4, float4 and float8 become JavaScript values, all else stays the text that PostgreSQL prints; as with PGlite. */
const parsedTypes = new Set([16, 21, 23, 700, 701]);

export const textTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number) => (parsedTypes.has(oid) ? pg.types.getTypeParser(oid, 'text') : (text: string) => text)) as typeof pg.types.getTypeParser,
};
