/** Types of plain data. The others look up objects of the database (regclass, oid), hold its internals, or are the database's own. */
export const allowedTypes: ReadonlySet<string> = new Set(
  `bool boolean int2 int4 int8 smallint integer int bigint numeric decimal float4 float8 real text varchar bpchar
  date time timetz timestamp timestamptz interval json jsonb uuid
  money inet cidr tsvector tsquery int4range int8range numrange daterange tsrange tstzrange`.split(/\s+/),
);

/** The largest `n` in `char(n)` and its like: a longer one fills memory with blanks. The grammar uses up to 32767 for the fields of an interval. */
export const largestTypeModifier = 32_767;
