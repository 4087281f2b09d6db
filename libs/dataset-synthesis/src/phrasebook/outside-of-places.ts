/** A statement without its values and its places: what is left is of the database that it was asked of. */
export function outsideOfPlaces(sql: string): string {
  return sql.replace(/'[^']*'/g, "''").replace(/\{[^}]*\}/g, '');
}
