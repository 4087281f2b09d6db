import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const repository = path.join(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** In place of the CLI: notes which stage ran, and writes a manifest that depends on what the stage reads and on the manifest before it. */
export const stubCli = `
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const order = ['schema', 'synthesize', 'train', 'convert', 'quantize', 'evaluate'];
const files: Record<string, string> = { schema: 'schema.sql', synthesize: 'recorded/01.reply.jsonl', evaluate: 'development.jsonl' };
const [stage = '', , dataset, ...rest] = process.argv.slice(2);
const read = (file: string): string => readFileSync(\`datasets/\${dataset}/\${file}\`, 'utf8');
const before = order[order.indexOf(stage) - 1];
const manifest = {
  stage,
  section: JSON.parse(read('dataset.config.json'))[stage],
  rest,
  file: files[stage] === undefined ? '' : read(files[stage]),
  upstream: before === undefined ? '' : createHash('sha256').update(read(\`artifacts/\${before}/manifest.json\`)).digest('hex'),
};
mkdirSync(\`datasets/\${dataset}/artifacts/\${stage}\`, { recursive: true });
writeFileSync(\`datasets/\${dataset}/artifacts/\${stage}/manifest.json\`, JSON.stringify(manifest));
appendFileSync('stages-that-ran.txt', \`\${stage}\\n\`);
`;

const configuration = { name: 'shop', schema: {}, prompt: {}, synthesize: { topics: [] }, train: {}, convert: {}, quantize: {}, evaluate: {}, answer: {} };

/** A throwaway workspace with the real plugin and the real names of all projects, whose stages take no time. */
export interface StubWorkspace {
  /** Runs a target and says which stages ran for it, in their order. */
  stagesRunBy(...args: string[]): Promise<string[]>;
  edit(file: string, text: string): Promise<void>;
  editSection(section: string, value: unknown): Promise<void>;
  nx(...args: string[]): Promise<string>;
  /** Runs the real CLI of this repository here. */
  sqlwright(...args: string[]): Promise<string>;
  readonly folder: string;
  remove(): Promise<void>;
}

export async function createStubWorkspace(): Promise<StubWorkspace> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'pipeline-')));
  const edit = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  await copyProjects(folder, edit);
  await writeDataset(edit);
  const nx = (...args: string[]): Promise<string> => runNode(folder, [path.join(folder, 'node_modules/nx/dist/bin/nx.js'), ...args]);
  return {
    folder,
    edit,
    nx,
    sqlwright: (...args) => runNode(folder, ['--conditions=@sqlwright/source', '--disable-warning=ExperimentalWarning', path.join(repository, 'apps/cli/bin/sqlwright.js'), ...args]),
    editSection: (section, value) => edit('datasets/shop/dataset.config.json', JSON.stringify({ ...configuration, [section]: value })),
    stagesRunBy: async (...args) => {
      await edit('stages-that-ran.txt', '');
      await nx(...args);
      return (await readFile(path.join(folder, 'stages-that-ran.txt'), 'utf8')).split('\n').filter(Boolean);
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

type Edit = StubWorkspace['edit'];

async function copyProjects(folder: string, edit: Edit): Promise<void> {
  for (const file of ['package.json', 'package-lock.json', '.gitignore', '.nxignore', 'tsconfig.base.json']) await cp(path.join(repository, file), path.join(folder, file));
  const nxJson = JSON.parse(await readFile(path.join(repository, 'nx.json'), 'utf8')) as Record<string, unknown>;
  await edit('nx.json', JSON.stringify({ ...nxJson, plugins: ['@sqlwright/pipeline'] }));
  await symlink(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
  for (const lib of await readdir(path.join(repository, 'libs'))) {
    await edit(`libs/${lib}/package.json`, await readFile(path.join(repository, 'libs', lib, 'package.json'), 'utf8'));
    await edit(`libs/${lib}/src/index.ts`, '');
  }
  await edit('apps/cli/package.json', await readFile(path.join(repository, 'apps/cli/package.json'), 'utf8'));
  await edit('apps/cli/src/main.ts', stubCli);
  for (const name of ['package.json', 'generators.json', 'src']) {
    await cp(path.join(repository, 'tools/pipeline', name), path.join(folder, 'tools/pipeline', name), { recursive: true, force: true });
  }
}

async function writeDataset(edit: Edit): Promise<void> {
  await edit('datasets/shop/dataset.config.json', JSON.stringify(configuration));
  await edit('datasets/shop/schema.sql', 'CREATE TABLE product (id integer PRIMARY KEY);');
  await edit('datasets/shop/recorded/01.reply.jsonl', '{}');
  await edit('datasets/shop/development.jsonl', '{}');
}

async function runNode(folder: string, args: string[]): Promise<string> {
  const { NODE_OPTIONS: _ofJest, INIT_CWD: _outer, ...inherited } = process.env;
  const ofThisTask = Object.keys(inherited).filter((name) => name.startsWith('NX_'));
  const env = { ...inherited, ...Object.fromEntries(ofThisTask.map((name) => [name, undefined])), CI: 'true' };
  const { stdout } = await run(process.execPath, args, { cwd: folder, env, maxBuffer: 2 ** 26 });
  return stdout;
}
