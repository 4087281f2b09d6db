/** Puts places for the conditions of a statement on the names of people: the whole name, the first or the last one. */
export function abstractNames(sql: string): string {
  return sql
    .replace(/\bfull_name (?:ILIKE|=) '([^'%_]+ [^'%_]+)'/g, "{named '$1'}")
    .replace(/\bfull_name ILIKE '% ([^'%_ ]+)'/g, "{last name '$1'}")
    .replace(/\bfull_name ILIKE '([^'%_ ]+) %'/g, "{first name '$1'}");
}
