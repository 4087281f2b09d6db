import fc from 'fast-check';

/** A text, and whether something that must not run was planted in it. */
export interface Planted {
  readonly sql: string;
  readonly planted: boolean;
}

const callNames = [
  'pg_sleep', '"pg_sleep"', 'U&"pg_sl\\0065ep"', 'pg_catalog.pg_sleep', 'PG_CATALOG."pg_sleep"', 'purge', 'public.purge', 'public.lower', 'archive.count', 'nextval', 'set_config', 'pg_advisory_lock', 'lo_import',
  'query_to_xml', 'dblink', 'pg_notify', 'pg_read_file', 'txid_current', 'pg_stat_reset', 'setseed', 'current_setting', 'pg_terminate_backend', 'lo_from_bytea', 'pg_catalog.pg_cancel_backend',
];
const callArguments = ['', '1', "'x'", "'x', 'y', true", '(SELECT 1)', 'member_id', 'VARIADIC ARRAY[1]'];

const hostileExpressions = fc.oneof(
  fc.tuple(fc.constantFrom(...callNames), fc.constantFrom('', ' ', '/**/'), fc.constantFrom(...callArguments)).map(([name, gap, args]) => `${name}${gap}(${args})`),
  fc.constantFrom(
    "'member'::regclass", '1::oid', "CAST('x' AS regproc)", 'current_user', 'session_user', 'm', '(m).purge', 'm.purge', 'm.ctid', 'pin_hash', 'm.pin_hash', '1 OPERATOR(public.+) 1', "'a' OPERATOR(archive.=) 'b'",
    '(SELECT password FROM staff_login)', 'ARRAY(SELECT usename FROM pg_user)', "xmlelement(name a, 'x')", 'city COLLATE public.evil', "'x'::bytea", '$1', "EXISTS (SELECT 1 FROM book FOR UPDATE)", "repeat('x', 999999999)",
    '(WITH d AS (DELETE FROM loan RETURNING 1) SELECT count(*) FROM d)', '(TABLE pg_authid)', "lpad('x', member_id)", 'ROW(m.*)', 'count(m.*)', '(SELECT 1 INTO t)', '(ARRAY[m])[1]',
  ),
);

const hostileRelations = fc.constantFrom(
  'staff_login', 'pg_class', 'information_schema.tables', 'pg_sleep(1) f', "LATERAL pg_ls_dir('.') f", 'ROWS FROM (pg_sleep(1)) f', 'book TABLESAMPLE system(1)', '(SELECT 1 FROM staff_login) f', 'member AS f(a, b, c, d, e, f, g)',
  'generate_series(1, 999999999) f', "dblink('x', 'y') AS f(a int)", "json_to_record('{}') AS f(a int)", '(DELETE FROM loan RETURNING 1) f', 'member NATURAL JOIN (VALUES (1)) f(pin_hash)', '(book CROSS JOIN loan) AS f',
).map((sql) => ({ sql, planted: true }));

const leaf = (...texts: string[]): fc.Arbitrary<Planted> => fc.constantFrom(...texts).map((sql) => ({ sql, planted: false }));

const columns = ['m.full_name', 'm.city', 'm.email', 'full_name', 'city'];
const values = [...columns, "'x; DROP TABLE member'", 'NULL', 'm.member_id::text', "to_char(m.joined_on, 'YYYY')", "$$it's -- fine$$"];
const functions = ['lower', 'upper', 'trim', 'pg_catalog.btrim', 'initcap', 'md5', 'reverse', '"left"(city, 2) || lower'];

function joined(parts: readonly (Planted | string)[]): Planted {
  return { sql: parts.map((part) => (typeof part === 'string' ? part : part.sql)).join(''), planted: parts.some((part) => typeof part !== 'string' && part.planted) };
}

/** SELECT statements over the library's schema, nested in every place that an expression, a table or a query may stand in; hostile parts among them. */
export function statements(hostileWeight: number): fc.Arbitrary<Planted> {
  const hostile = hostileExpressions.map((sql) => ({ sql, planted: true }));
  const { select } = fc.letrec<{ expression: Planted; condition: Planted; relation: Planted; select: Planted }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 6, arbitrary: leaf(...values) },
      { weight: hostileWeight, arbitrary: hostile },
      { weight: 2, arbitrary: fc.tuple(leaf(...functions), tie('expression')).map(([name, argument]) => joined([name, '(', argument, ')'])) },
      { weight: 2, arbitrary: fc.tuple(tie('expression'), leaf(' || ', " || ' ' || "), tie('expression')).map(joined) },
      { weight: 1, arbitrary: fc.tuple(tie('condition'), tie('expression'), tie('expression')).map(([when, then, other]) => joined(['CASE WHEN ', when, ' THEN ', then, ' ELSE ', other, ' END'])) },
      { weight: 1, arbitrary: fc.tuple(tie('expression'), tie('expression')).map(([first, second]) => joined(['coalesce(', first, ', nullif(', second, ", ''))"])) },
      { weight: 1, arbitrary: tie('expression').map((value) => joined(['(ARRAY[', value, "])[1 + length('')]"])) },
      { weight: 1, arbitrary: tie('condition').map((condition) => joined(['(SELECT max(m.city) FROM member m WHERE ', condition, ')'])) },
      { weight: 1, arbitrary: tie('expression').map((value) => joined(['(SELECT string_agg(m.city, ', value, ' ORDER BY m.city) FILTER (WHERE m.is_active) FROM member m)'])) },
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: leaf('m.is_active', 'm.city IS NOT NULL', "m.joined_on > date '2024-01-01'") },
      { weight: 3, arbitrary: fc.tuple(tie('expression'), leaf(' = ', ' <> ', ' LIKE ', ' ~* ', ' IS DISTINCT FROM '), tie('expression')).map(joined) },
      { weight: 1, arbitrary: fc.tuple(tie('condition'), leaf(' AND ', ' OR '), tie('condition')).map(([left, operator, right]) => joined(['(', left, operator, right, ')'])) },
      { weight: 1, arbitrary: fc.tuple(leaf('NOT EXISTS (', 'EXISTS ('), tie('select')).map(([exists, query]) => joined([exists, query, ')'])) },
      { weight: 1, arbitrary: fc.tuple(tie('expression'), tie('expression')).map(([value, item]) => joined([value, ' IN (', item, ", 'a')"])) },
      { weight: 1, arbitrary: fc.tuple(tie('expression'), tie('select')).map(([value, query]) => joined([value, ' IN (SELECT x.v FROM (', query, ') AS x(v))'])) },
    ),
    relation: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 8, arbitrary: leaf('', ' JOIN loan l USING (member_id)', ' LEFT JOIN archive.loan l ON l.member_id = m.member_id', ', generate_series(1, 3) g') },
      { weight: hostileWeight, arbitrary: hostileRelations.map((relation) => joined([' CROSS JOIN ', relation])) },
      { weight: 1, arbitrary: tie('select').map((query) => joined([' LEFT JOIN LATERAL (', query, ') s(v) ON s.v = m.city'])) },
      { weight: 1, arbitrary: tie('condition').map((condition) => joined([' LEFT JOIN book b ON b.title = m.city AND ', condition])) },
    ),
    select: fc
      .tuple(tie('expression'), tie('relation'), fc.option(tie('condition'), { nil: undefined }), fc.option(tie('expression'), { nil: undefined }), leaf('', ' LIMIT 5', ' UNION ALL SELECT city FROM member', ' OFFSET 1 ROWS FETCH FIRST 2 ROWS ONLY'), fc.nat(9))
      .map(([value, relation, where, order, end, shape]) => {
        const core = joined(['SELECT ', value, ' AS v FROM member m', relation, ...(where === undefined ? [] : [' WHERE ', where])]);
        if (shape === 0) return joined([core, ' GROUP BY ', value, ' HAVING count(*) > 0']);
        if (shape === 1) return joined(['WITH q AS (', core, ") SELECT q.v FROM q"]);
        if (shape === 2) return joined(['SELECT o.v FROM (', core, ') AS o(v)', end.sql.includes('UNION') ? '' : end]);
        if (order !== undefined && !end.sql.includes('UNION')) return joined([core, ' ORDER BY ', order, end]);
        return joined([core, end]);
      }),
  }));
  return select;
}
