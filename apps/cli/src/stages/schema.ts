import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeJson, writeStage } from '@sqlwright/artifacts';
import { generateSeed } from '@sqlwright/database';
import { fingerprintSchema, renderDdl } from '@sqlwright/schema';
import { openSeededDatabase, readDatasetSchema } from '../dataset-schema.ts';
import { withStageOptions, type StageCommand } from './stage-command.ts';

/** DDL → schema.json, schema.sql (PostgreSQL), seed.sql and the values that its columns hold, none where values may not be kept; loaded once to prove that it can be. */
export const schemaStage: StageCommand = async (opened, run, options) => {
  const workspace = withStageOptions(opened, options);
  const schema = await readDatasetSchema(workspace);
  const lineage = { stage: 'schema' as const, schemaFingerprint: fingerprintSchema(schema), upstream: {} };
  return writeStage(run, lineage, async (draft, progress) => {
    progress.step('render the schema and its rows');
    await writeJson(path.join(draft, 'schema.json'), schema);
    await writeFile(path.join(draft, 'schema.sql'), renderDdl(schema));
    await writeFile(path.join(draft, 'seed.sql'), generateSeed(schema, workspace.config.schema.seed));
    progress.step('load them into PGlite');
    const database = await openSeededDatabase(workspace, schema);
    const domains = workspace.config.schema.readValues ? await database.readDomains(schema) : {};
    await database.close();
    await writeJson(path.join(draft, 'domains.json'), domains);
    return { details: { tables: schema.tables.length, columns: schema.tables.flatMap(({ columns }) => columns).length, valueDomains: Object.keys(domains).length } };
  });
};
