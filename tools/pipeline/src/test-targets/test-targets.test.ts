import { globSync } from 'node:fs';
import path from 'node:path';
import { integrationTestTarget } from './test-targets.ts';

const workspace = path.join(import.meta.dirname, '../../../..');
const projects = [...new Set(globSync('{apps,libs,tools}/*/src/**/*.integration.test.ts', { cwd: workspace }).map((file) => file.split(path.sep, 2).join('/')))].sort();

describe('integrationTestTarget', () => {
  it('runs alone what trains, runs models, packs the workspace or looks at the state of a whole server, and nothing else', () => {
    const alone = projects.filter((project) => integrationTestTarget(project).parallelism === false);
    expect(alone).toEqual(['apps/cli', 'apps/server', 'libs/conversion', 'libs/language-model-providers', 'libs/sql-qa', 'libs/training', 'tools/packaging']);
    expect(projects.length).toBeGreaterThan(alone.length);
  });

  it('gives two cores to what mostly starts programs', () => {
    expect(projects.filter((project) => String(integrationTestTarget(project).options?.command).includes('--maxWorkers=2'))).toEqual(['apps/cli']);
  });
});
