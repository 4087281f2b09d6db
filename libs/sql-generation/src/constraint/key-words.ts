function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Words that name nothing where a value, a table or an alias may stand; a name that is one of them must be quoted. */
export const keyWords: ReadonlySet<string> = words(
  `all and any array as asc asymmetric between both by case cast collate cross current_catalog current_date current_role current_schema current_time current_timestamp current_user default desc distinct else end
  except exists false fetch for freeze from full group grouping having ilike in inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
  only or order outer overlaps placing right row select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window with`,
);

/** Of them those that are a value by themselves. */
export const valueWords: ReadonlySet<string> = words(
  `null true false default current_catalog current_date current_role current_schema current_time current_timestamp current_user localtime localtimestamp session_user system_user user`,
);

/** Words behind a value after which another one comes. */
export const operatorWords: ReadonlySet<string> = words('and between by else escape for from ilike in like not or overlaps placing similar then uescape using when where');

/** What may come after the list of a SELECT and after each of its clauses. */
export const clauseWords: ReadonlySet<string> = words('from where group having window union intersect except order limit offset fetch for into');

/** What may come after a table and after the condition of a join. */
export const joinWords: ReadonlySet<string> = words('join inner left right full cross natural');

/** Types that may stand before a string: `date '2025-01-01'`. */
export const typeWords: ReadonlySet<string> = words(
  'bigint bool boolean bytea char date daterange decimal double float8 inet int int4 int4range int8 integer interval json jsonb numeric numrange precision real smallint text time timestamp timestamptz timetz tsquery tsrange tstzrange tsvector uuid varchar xml zone',
);
