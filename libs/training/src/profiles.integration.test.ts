import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runProgram, type ProgramRecord } from '@sqlwright/child-process';
import { trainingProfiles, type Hyperparameters } from '@sqlwright/dataset-config';
import { pythonScript, type PythonEnvironment } from '@sqlwright/python-environment';
import { makeTinyModels, openEnvironment } from '../test/tiny-model.ts';
import { fitHyperparameters } from './fit-to-machine.ts';
import { litgptConfig } from './litgpt-config.ts';
import { renderYaml } from './render-yaml.ts';
import { trainingVariables } from './training-variables.ts';

const prepared = { samples: 800, leftOut: 0, validationLeftOut: 0, tokens: 48_000, paddedTokens: 51_000, labelledTokens: 24_000, longest: 120, batches: 100, versions: {} };
const machine = { precision: 'bf16-true', tokensPerSecond: 400 } as const;
const architectures = { cpu: 'SmolLM2-135M-Instruct', 'cpu-long': 'SmolLM2-135M-Instruct', gpu: 'Mistral-7B-Instruct-v0.3' } as const;
const profiles = Object.keys(trainingProfiles) as (keyof typeof trainingProfiles)[];

describe('the profiles, as the installed litgpt reads them', () => {
  let folder: string;
  let environment: PythonEnvironment;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'profiles-'));
    environment = await openEnvironment();
    await makeTinyModels(environment, folder, ...new Set(Object.values(architectures)));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function printConfig(profile: keyof typeof architectures, yaml: string): Promise<ProgramRecord & { lines: string[] }> {
    const file = path.join(folder, `${profile}.yaml`);
    await writeFile(file, yaml);
    const lines: string[] = [];
    const args = ['finetune_lora', path.join(folder, architectures[profile]), '--config', file, '--print_config'];
    const record = await runProgram({ command: environment.litgpt, args, cwd: folder, env: { ...environment.variables, ...(await trainingVariables()) }, onLine: (line) => lines.push(line) });
    return { ...record, lines };
  }

  const configOf = (hyperparameters: Hyperparameters) => litgptConfig(fitHyperparameters(hyperparameters, prepared, machine), prepared);

  it.each(profiles)('%s: every key and value is accepted and arrives', async (profile) => {
    const { hyperparameters } = trainingProfiles[profile];
    const { exitCode, lines } = await printConfig(profile, renderYaml(configOf(hyperparameters)));
    expect(lines.join('\n')).not.toContain('error:');
    expect(exitCode).toBe(0);
    const printed = lines.map((line) => line.trim());
    expect(printed).toContain(`lora_r: ${hyperparameters.loraRank}`);
    expect(printed).toContain(`quantize: ${hyperparameters.quantize ?? 'null'}`);
    expect(printed).toContain(`max_seq_length: ${hyperparameters.maxSeqLength}`);
    expect(printed).toContain(`micro_batch_size: ${hyperparameters.microBatchSize}`);
    expect(printed).toContain('class_path: length_grouped_data.LengthGroupedData');
  });

  it('accepts the DataModule of litgpt itself where samples are mixed', async () => {
    const { exitCode, lines } = await printConfig('cpu', renderYaml(configOf({ ...trainingProfiles.cpu.hyperparameters, groupByLength: false })));
    expect({ exitCode, errors: lines.filter((line) => line.includes('error:')) }).toEqual({ exitCode: 0, errors: [] });
    expect(lines.map((line) => line.trim())).toContain('mask_prompt: true');
  });

  it('gives every optimizer arguments that it takes', async () => {
    const optimizers = profiles.map((profile) => configOf(trainingProfiles[profile].hyperparameters).optimizer);
    const check = 'import inspect, json, sys, torch; print(json.dumps([sorted(set(one["init_args"]) - set(inspect.signature(torch.optim.AdamW).parameters)) for one in json.loads(sys.argv[1])]))';
    const record = await runProgram({ command: environment.python, args: ['-c', check, JSON.stringify(optimizers)], env: environment.variables });
    expect(JSON.parse(record.tail.at(-1) ?? '')).toEqual(profiles.map(() => []));
  });

  it.each([
    ['an unknown key', 'lora_rank: 8\n'],
    ['a wrong value', 'lora_r: many\n'],
  ])('refuses %s', async (_, line) => {
    const config = Object.fromEntries(Object.entries(configOf(trainingProfiles.cpu.hyperparameters)).filter(([key]) => key !== 'lora_r'));
    expect((await printConfig('cpu', `${renderYaml(config)}${line}`)).exitCode).toBe(2);
  });

  it('pins the litgpt that was checked', async () => {
    const requirements = await readFile(pythonScript('requirements.txt'), 'utf8');
    const record = await runProgram({ command: environment.python, args: ['-c', "from importlib.metadata import version; print('litgpt==' + version('litgpt'))"] });
    expect(requirements.split('\n')).toContain(record.tail.at(-1));
  });
});
