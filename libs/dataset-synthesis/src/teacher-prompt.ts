/** What the teacher is told of the database: definitions and, where the user allows it, values. Never rows. */
export interface TeacherContext {
  /** PostgreSQL DDL of the tables. */
  readonly definitions: string;
  /** Known values by `table.column`; empty when none may be shown. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** The date that stands for today, ISO 8601. */
  readonly today: string;
  /** The exact reply to a question that the schema cannot answer. */
  readonly abstention: string;
  /** Remarks on the database that its schema does not tell, one a line. */
  readonly notes: readonly string[];
}

/** One request: what its samples are about and how many there are. */
export interface TeacherRequest {
  readonly topic: string;
  readonly focus: string;
  readonly samples: number;
  readonly unanswerable: number;
}

/** Renders one request to the teacher as plain text. The `recorded` provider finds its answer by the digest of this text. */
export function renderTeacherPrompt(context: TeacherContext, request: TeacherRequest): string {
  return [
    'You write training data for a text-to-SQL model that answers the questions of people about one PostgreSQL database.',
    section('The database', context.definitions),
    ...valueSection(context.values),
    section('Remarks', [`Today is ${context.today}.`, ...context.notes].map((note) => `- ${note}`).join('\n')),
    section('The task', renderTask(context, request)),
    section('Rules for the SQL', sqlRules(context.abstention)),
    section('Rules for the questions', questionRules),
    section('The reply', replyRules(context.abstention)),
  ].join('\n\n');
}

function section(title: string, body: string): string {
  return `## ${title}\n${body}`;
}

function valueSection(values: TeacherContext['values']): string[] {
  const lines = Object.entries(values).map(([column, known]) => `- ${column}: ${known.join(', ')}`);
  return lines.length === 0 ? [] : [section('Values that the columns hold', lines.join('\n'))];
}

function renderTask(context: TeacherContext, request: TeacherRequest): string {
  return [
    `Write ${request.samples} samples on the topic "${request.topic}".`,
    request.focus,
    `${request.unanswerable} of the ${request.samples} samples must be questions that this database cannot answer although they sound as if they belong here`,
    `(something the tables do not hold, general knowledge, a forecast, a wish to change data); their SQL is the text ${context.abstention}`,
    'No two samples may have the same SQL, and few the same shape of SQL: vary tables, columns, conditions, literals and how they are combined.',
  ].join('\n');
}

function sqlRules(abstention: string): string {
  return [
    'One SELECT for PostgreSQL that answers exactly what is asked, without comment and without semicolon; the simplest form that is right also where values are NULL, tied or repeated.',
    'Key words and function names in upper case. A query over one table uses bare column names and no alias; where tables meet, each gets a short alias (no AS), the same one in every sample: its first letter, or two letters where that is taken (c, a, ct).',
    'A question for people or things returns the column that names them; add the columns that are asked for, and no others. "All details" is SELECT *.',
    'A condition on another table, when nothing of it is shown: WHERE key IN (SELECT key FROM other WHERE …), so that nothing is repeated. A join only where columns of both are shown or grouped.',
    '"Has none" is NOT EXISTS (SELECT 1 …), never LEFT JOIN … IS NULL and never NOT IN. Things without an e-mail, say, are those for which no row holds one.',
    'People counted through another table: COUNT(DISTINCT key).',
    'Values that the columns hold are written as they are held, with =. Names, e-mails and other free text: ILIKE (whole name without %, part of it with %).',
    'Superlative of a column (oldest, latest): WHERE column = (SELECT MIN(column) FROM …), so that ties are kept. Superlative of a count: ORDER BY COUNT(*) DESC FETCH FIRST 1 ROW WITH TIES. Top n: ORDER BY … DESC NULLS LAST LIMIT n.',
    'Age in years: EXTRACT(YEAR FROM AGE(column)).',
    'A year: EXTRACT(YEAR FROM column) = 2023. A month or a span of days: column >= DATE \'2024-03-01\' AND column < DATE \'2024-04-01\'. The last n days: column >= CURRENT_DATE - INTERVAL \'n days\'. This month: column >= DATE_TRUNC(\'month\', CURRENT_DATE). Last month: column >= DATE_TRUNC(\'month\', CURRENT_DATE) - INTERVAL \'1 month\' AND column < DATE_TRUNC(\'month\', CURRENT_DATE).',
    'Grouping by time: DATE_TRUNC(\'month\', column). Percentages: ROUND(100.0 * COUNT(*) FILTER (WHERE …) / COUNT(*), 2). Averages are not rounded.',
    'Grouped results show the group first, then its figure.',
    `A question that the tables cannot answer has the SQL ${abstention}`,
  ]
    .map((rule) => `- ${rule}`)
    .join('\n');
}

const questionRules = [
  'Each sample has three questions that ask for the very same result, as three different people would: the first plain; the second terse, or careless (lower case, a typing error, an abbreviation, a value written loosely); the third polite, indirect or chatty, or with other words for the tables, columns and values than the schema uses.',
  'People do not know the schema: they seldom use the names of columns, and never name tables or keys as the schema does.',
  'All that the SQL needs (values, numbers, dates, order, limit) is in every one of the three, and nothing that the SQL does not do.',
]
  .map((rule) => `- ${rule}`)
  .join('\n');

function replyRules(abstention: string): string {
  return [
    'One sample a line, each a JSON object of this form and nothing else around the lines:',
    '{"questions":["…","…","…"],"tables":["only the tables that the SQL needs"],"sql":"SELECT …"}',
    `A sample that cannot be answered: {"questions":["…","…","…"],"tables":[],"sql":${JSON.stringify(abstention)}}`,
  ].join('\n');
}
