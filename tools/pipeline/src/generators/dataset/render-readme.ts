import type { DatasetConfig } from '@sqlwright/dataset-config';
import { urlVariable } from './render-configuration.ts';
import type { Source } from './read-source.ts';

/** The next steps for a person who has just made a dataset. */
export function renderReadme(name: string, { schema, mayReadValues, kind }: Source, teacher: DatasetConfig['synthesize']['teacher']): string {
  const samples = teacher.provider === 'grammar' ? ` (${teacher.samples})` : '';
  const variable = urlVariable(name);
  const named = kind === 'database' ? `\nThe configuration names the variable \`${variable}\`; the URL itself is in no file.` : '';
  const values = mayReadValues ? 'The schema and the values in the configuration go to it; rows never do:' : 'The schema alone goes to it, as `schema.readValues` is false; values and rows never do:';
  const fill = mayReadValues ? 'give the values of columns that matter (`values`, by `table.column`) and the number of rows (`rows`)' : 'give the number of rows (`rows`); it takes no values, as `schema.readValues` is false';
  return `# ${name}

Made for a database of ${schema.tables.length} tables and views.

## 1. Look at what was written
- \`schema.sql\`: the schema. Comments on tables and columns help the teacher: add them.
- \`dataset.config.json\`: \`synthesize.topics\` are the requests to a model as teacher; the grammar needs none. Add what people ask of your database,
  take out what they do not, and write under \`synthesize.notes\` what the schema does not tell. \`schema.seed\` fills the made-up database on which every SQL is
  tried: ${fill}.
- \`lexicon.json\`: how people speak of the tables and columns, as told by rules from their names and comments. Put right what is wrong and add the words that
  your users say.
- \`development.jsonl\`: questions that are never trained on, a line each: \`{"id","question","gold","topic","level"}\`. \`gold\` holds the accepted
  SQL, or is null where the database cannot answer. Write at least 60 in the words of your users: the report is worth as much as they are.

## 2. Choose the teacher
\`synthesize.teacher\` is \`{ "provider": "grammar" }\` as written now: questions made by rule from the names, comments, keys and values of the schema, without
model, key or network; \`samples\` says how many${samples}. To switch to a model, whose questions are more varied, put one of these in its place.
${values}
- \`{ "provider": "anthropic" }\` with \`ANTHROPIC_API_KEY\` in the environment;
- \`{ "provider": "openai", "model": "…" }\` with \`OPENAI_API_KEY\`; \`baseUrl\` for any compatible server, also one of your own;
- \`{ "provider": "llama-cpp", "file": "model.gguf" }\`: a model on this machine, nothing leaves it;
- \`{ "provider": "recorded" }\`: answers to the rendered prompts that lie in \`recorded/\`, written by any chat model or person.

## 3. Make the model and ask
\`\`\`sh
npx nx run ${name}:evaluate    # whatever is missing, from the schema to the report
npx sqlwright ask --dataset ${name} "…"
npx nx run ${name}:serve
\`\`\`

## 4. Ask the live database
Questions run on the made-up database unless a live one is named, with a user who may only read:
\`\`\`sh
npx sqlwright ask --dataset ${name} --database-url "$${variable}" "…"
\`\`\`${named}
`;
}
