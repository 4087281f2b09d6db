/** Schemas that belong to the server or to an extension are not the user's. */
const userObjects = (namespace: string, oid: string, catalog: string): string => `
  ${namespace} NOT IN ('pg_catalog', 'information_schema') AND ${namespace} NOT LIKE 'pg\\_%'
  AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

const modelName = (namespace: string, name: string): string => `CASE ${namespace} WHEN 'public' THEN ${name}::text ELSE ${namespace} || '.' || ${name} END`;

/** name, kind, comment, definition; in the order of creation. */
export const tablesQuery = `
SELECT ${modelName('n.nspname', 'c.relname')} AS name,
       CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END AS kind,
       obj_description(c.oid, 'pg_class') AS comment,
       CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND ${userObjects('n.nspname', 'c.oid', 'pg_class')}
ORDER BY c.oid`;

/** table, name, type, nullable, default, comment; in the order of the table. */
export const columnsQuery = `
SELECT ${modelName('n.nspname', 'c.relname')} AS table_name, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
       NOT a.attnotnull AS nullable,
       CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS default_expression,
       col_description(c.oid, a.attnum) AS comment
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND ${userObjects('n.nspname', 'c.oid', 'pg_class')}
ORDER BY c.oid, a.attnum`;

/** table, kind (p, u, f, c), columns, referenced table and columns, expression of a check. */
export const constraintsQuery = `
SELECT ${modelName('n.nspname', 'c.relname')} AS table_name, k.contype AS kind,
       (SELECT json_agg(a.attname ORDER BY o.position) FROM unnest(k.conkey) WITH ORDINALITY o(number, position) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = o.number)::text AS columns,
       ${modelName('rn.nspname', 'r.relname')} AS referenced_table,
       (SELECT json_agg(a.attname ORDER BY o.position) FROM unnest(k.confkey) WITH ORDINALITY o(number, position) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = o.number)::text AS referenced_columns,
       CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS expression
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class r ON r.oid = k.confrelid LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
WHERE k.contype IN ('p', 'u', 'f', 'c') AND k.conparentid = 0 AND NOT c.relispartition AND ${userObjects('n.nspname', 'c.oid', 'pg_class')}
ORDER BY k.oid`;

/** name and values of each enum type. */
export const enumsQuery = `
SELECT ${modelName('n.nspname', 't.typname')} AS name, (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)::text AS labels
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype = 'e' AND ${userObjects('n.nspname', 't.oid', 'pg_type')}
ORDER BY t.oid`;
