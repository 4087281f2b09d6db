/**
 * The PostgreSQL type of a type word that only MySQL knows, or that it means otherwise.
 * Source: MySQL 8.4 reference manual, chapter "Data Types".
 */
const typeWords: Readonly<Record<string, string>> = {
  datetime: 'timestamp',
  double: 'double precision',
  tinyint: 'smallint',
  mediumint: 'integer',
  year: 'smallint',
  tinytext: 'text',
  mediumtext: 'text',
  longtext: 'text',
  tinyblob: 'bytea',
  blob: 'bytea',
  mediumblob: 'bytea',
  longblob: 'bytea',
  binary: 'bytea',
  varbinary: 'bytea',
  nvarchar: 'varchar',
};

/** Types whose number in parentheses is a display width in MySQL and not allowed in PostgreSQL. */
const widthless = new Set(['int', 'integer', 'bigint', 'smallint', 'tinyint', 'mediumint', 'year', 'datetime', 'blob', 'binary', 'varbinary', 'double']);

/** Maps a type word with its arguments (`(11)` or empty) to PostgreSQL. */
export function mapType(word: string, parameters: string): string {
  const lower = word.toLowerCase();
  if (lower === 'tinyint' && parameters.replace(/\s/g, '') === '(1)') return 'boolean';
  const mapped = typeWords[lower] ?? word;
  return widthless.has(lower) ? mapped : mapped + parameters;
}
