/**
 * Functions that compute from their arguments or the clock and nothing else: none reads a table, a file, the network or the session,
 * takes a lock, waits, or runs a text as SQL. The names are PostgreSQL's; those its grammar makes of syntax (EXTRACT, TRIM) are among them.
 */
const families: Readonly<Record<string, string>> = {
  aggregate: `count sum avg min max array_agg string_agg bool_and bool_or every any_value stddev stddev_pop stddev_samp variance var_pop var_samp
    corr covar_pop covar_samp regr_slope regr_intercept regr_r2 regr_count regr_avgx regr_avgy regr_sxx regr_sxy regr_syy
    mode percentile_cont percentile_disc bit_and bit_or json_agg jsonb_agg json_object_agg jsonb_object_agg`,
  window: 'row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value',
  text: `lower upper initcap length char_length character_length octet_length bit_length btrim ltrim rtrim trim lpad rpad repeat left right
    substr substring position strpos overlay replace translate reverse split_part starts_with concat concat_ws chr ascii md5 to_hex
    quote_literal regexp_replace regexp_match regexp_matches regexp_like regexp_count regexp_instr regexp_substr regexp_split_to_array
    regexp_split_to_table string_to_array string_to_table array_to_string like_escape similar_to_escape normalize text format quote_ident num_nulls num_nonnulls
    to_tsvector to_tsquery plainto_tsquery phraseto_tsquery websearch_to_tsquery ts_rank numnode gen_random_uuid`,
  time: `now date transaction_timestamp statement_timestamp clock_timestamp age date_trunc date_part extract
    date_bin date_add date_subtract timezone make_date make_time make_timestamp make_timestamptz make_interval justify_days justify_hours justify_interval isfinite overlaps
    to_char to_date to_timestamp to_number`,
  number: `abs ceil ceiling floor round trunc sign sqrt cbrt power pow exp ln log log10 mod div gcd lcm random pi degrees radians
    sin cos tan cot asin acos atan atan2 sinh cosh tanh erf width_bucket min_scale scale trim_scale int4 int8 float8 numeric`,
  array: `array_length array_lower array_upper array_ndims array_position array_positions array_append array_prepend array_cat array_remove
    array_replace trim_array cardinality unnest generate_series generate_subscripts
    isempty lower_inc upper_inc lower_inf upper_inf range_merge int4range int8range numrange daterange tsrange tstzrange`,
  json: `json_array_length jsonb_array_length json_extract_path jsonb_extract_path json_extract_path_text jsonb_extract_path_text json_typeof jsonb_typeof
    json_object_keys jsonb_object_keys json_array_elements jsonb_array_elements json_array_elements_text jsonb_array_elements_text
    json_each jsonb_each json_each_text jsonb_each_text json_strip_nulls jsonb_strip_nulls jsonb_pretty jsonb_path_query jsonb_path_query_first
    jsonb_path_query_array jsonb_path_exists jsonb_path_match json_build_object jsonb_build_object json_build_array jsonb_build_array
    to_json to_jsonb array_to_json jsonb_set jsonb_insert json_object jsonb_object`,
};

const split = (family: string | undefined): string[] => (family ?? '').trim().split(/\s+/);

export const allowedFunctions: ReadonlySet<string> = new Set(Object.values(families).flatMap(split));

/** Those that make one row of many where nothing is grouped. */
export const aggregateFunctions: ReadonlySet<string> = new Set(split(families['aggregate']));
