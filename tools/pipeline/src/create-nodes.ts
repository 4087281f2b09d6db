import path from 'node:path';
import type { CreateNodes } from '@nx/devkit';
import { datasetProject } from './dataset-targets/dataset-project.ts';
import { readDatasetFiles } from './dataset-targets/dataset-files.ts';
import { integrationTestTarget, testTarget } from './test-targets/test-targets.ts';

const datasetMarker = 'datasets/*/dataset.config.json';
const projects = '{apps,libs,tools}/*';

type Project = Awaited<ReturnType<CreateNodes[1]>>[number][1];

/** What Nx infers: the stages of each dataset from its configuration, the test targets of each project from what there is to run. */
export const createNodes: CreateNodes = [
  `{${datasetMarker},${projects}/jest.config.js,${projects}/src/**/*.integration.test.ts}`,
  (files, _options, { workspaceRoot }) => files.map((file) => [file, toProject(file, workspaceRoot)] as const),
];

function toProject(file: string, workspace: string): Project {
  const folder = path.dirname(file);
  if (file.endsWith('dataset.config.json')) return { projects: { [folder]: datasetProject(folder, readDatasetFiles(workspace, file)) } };
  if (file.endsWith('jest.config.js')) return { projects: { [folder]: { targets: { test: testTarget } } } };
  const root = file.split('/', 2).join('/');
  return { projects: { [root]: { targets: { 'test-integration': integrationTestTarget } } } };
}
