import path from 'node:path';
import type { Tree } from '@nx/devkit';
import { datasetConfigSchema } from '@sqlwright/dataset-config';
import { parseLexiconFile, renderLexicon } from '@sqlwright/dataset-synthesis';
import { parseWith, SqlwrightError } from '@sqlwright/errors';
import { parseDdl, renderDdl } from '@sqlwright/schema';
import { renderConfiguration } from './render-configuration.ts';
import { renderDevelopmentQuestions } from './render-development-questions.ts';
import { renderReadme } from './render-readme.ts';
import { readSource, type SourceOptions } from './read-source.ts';

export interface DatasetOptions extends SourceOptions {
  readonly name: string;
}

/**
 * Writes `datasets/<name>`: schema.sql, dataset.config.json, lexicon.json, development.jsonl and README.md.
 * @throws SqlwrightError usage.invalid, ddl.syntax, ddl.unsupported, ddl.invalid, database.unavailable
 */
export async function createDataset(tree: Tree, options: DatasetOptions): Promise<{ folder: string }> {
  const folder = `datasets/${options.name}`;
  refuseName(tree, options.name, folder);
  const source = await readSource(options);
  const ddl = renderDdl(source.schema);
  // What the later stages will read, not what was found: it must stand on its own.
  const schema = await parseDdl(ddl);
  const lexicon = renderLexicon(schema, source.values);
  const { tables } = parseLexiconFile(lexicon, schema);
  const pluralOf = (table: string): string => tables[table]?.plural ?? table;
  const configuration = renderConfiguration(options.name, { ...source, schema }, { pluralOf, initialAdapter: findInitialAdapter(tree, folder) });
  const { synthesize } = parseWith(datasetConfigSchema, configuration, { code: 'internal.error', what: 'The configuration', hint: 'Please report this with the schema.' });
  const write = (file: string, text: string): void => tree.write(path.posix.join(folder, file), text);
  write('schema.sql', ddl);
  write('dataset.config.json', `${JSON.stringify(configuration, null, 2)}\n`);
  // Written here rather than by the first synthesis: it is an input of that stage.
  write('lexicon.json', lexicon);
  write('development.jsonl', renderDevelopmentQuestions(schema, pluralOf));
  write('README.md', renderReadme(options.name, source, synthesize.teacher));
  return { folder };
}

/** A dataset's released adapter, from which training goes on: it knows SQL, the prompt and when to refuse, though another schema. */
function findInitialAdapter(tree: Tree, folder: string): string | undefined {
  const released = tree.exists('datasets') ? tree.children('datasets').map((name) => `datasets/${name}/released/adapter.gguf`) : [];
  const adapter = released.find((file) => tree.exists(file));
  return adapter === undefined ? undefined : path.posix.relative(folder, adapter);
}

function refuseName(tree: Tree, name: string, folder: string): void {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new SqlwrightError('usage.invalid', `"${name}" cannot be the name of a dataset.`, { hint: 'Use lower-case letters, digits and hyphens, such as web-shop.' });
  }
  if (tree.exists(folder)) {
    throw new SqlwrightError('usage.invalid', `There is a dataset "${name}" already, in ${folder}.`, { hint: 'Choose another name, or remove that folder first.' });
  }
}
