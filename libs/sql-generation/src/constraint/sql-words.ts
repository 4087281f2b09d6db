/** Key words, parts of dates and type names: what may stand in a statement without naming anything of the database. */
export const sqlWords: ReadonlySet<string> = new Set(
  `all and any array as asc at between both by case cast coalesce collate cross cube current current_date current_time current_timestamp date day days decade dense desc distinct do double dow
  doy else end epoch escape every except exclude exists extract false fetch filter first float float4 float8 following for from full group grouping groups having hour hours ilike in inner int int2 int4 int8 integer
  intersect interval is isodow isoyear json jsonb join key last lateral leading left like limit local localtime localtimestamp materialized millennium millisecond milliseconds microseconds minute minutes month months
  natural next no not null nullif nulls numeric of offset on only or order ordinality others out outer over overlaps overlay partition position preceding precision quarter range real recursive right rollup row rows
  second seconds select sets similar smallint some substring symmetric table text then ties time timestamp timestamptz to trailing trim true unbounded union unknown using uuid value values varchar char character
  boolean bool bigint decimal varying week weeks when where window with within without year years zone greatest least century`.split(/\s+/),
);
