const plainIdentifier = /^[a-z_][a-z0-9_]*$/;

/** Words that PostgreSQL refuses as a bare table or column name (SQL key words appendix, "reserved"). */
const reservedWords = new Set(
  `all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create current_catalog
  current_date current_role current_time current_timestamp current_user default deferrable desc distinct do else end except
  false fetch for foreign from grant group having in initially intersect into lateral leading limit localtime localtimestamp
  not null offset on only or order placing primary references returning select session_user some symmetric system_user table
  then to trailing true union unique user using variadic when where window with`.split(/\s+/),
);

/** Writes one part of a name as SQL, quoted only where PostgreSQL needs it. */
export function quotePart(part: string): string {
  const bare = plainIdentifier.test(part) && !reservedWords.has(part);
  return bare ? part : `"${part.replaceAll('"', '""')}"`;
}

/** Writes a table name of the model (`name` or `schema.name`) as SQL. */
export function quoteName(name: string): string {
  return name.split('.').map(quotePart).join('.');
}

/** Writes a text as an SQL string literal. */
export function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
