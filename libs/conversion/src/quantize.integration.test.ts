import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { digestFile, readStage, silentProgress, writeJson, type StageArtifact, type StageRun } from '@sqlwright/artifacts';
import { writeTinyGguf } from '../test/write-tiny-gguf.ts';
import { readGgufMetadata } from './gguf/read-gguf-metadata.ts';
import { quantize } from './quantize.ts';

const architecture = {
  'general.architecture': 'llama',
  'llama.block_count': 1,
  'llama.context_length': 64,
  'llama.embedding_length': 256,
  'llama.feed_forward_length': 256,
  'llama.attention.head_count': 4,
  'llama.attention.layer_norm_rms_epsilon': 0.00001,
};
const metadata = { ...architecture, 'sqlwright.dataset': 'tiny', 'sqlwright.prompt_contract': '{"version":1}' };
const matrices = ['token_embd', 'output', 'blk.0.attn_q', 'blk.0.attn_k', 'blk.0.attn_v', 'blk.0.attn_output', 'blk.0.ffn_gate', 'blk.0.ffn_up', 'blk.0.ffn_down'];
const tensors = matrices.map((name) => ({ name: `${name}.weight`, shape: [256, 256] }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sqlwright-quantize-'));
});
afterEach(() => rm(folder, { recursive: true }));

function stageRun(): StageRun {
  return { dataset: 'tiny', folder: path.join(folder, 'quantize'), signal: new AbortController().signal, progress: silentProgress };
}

/** An artifact of the stage `convert` around whatever lies in its folder as merged-f16.gguf. */
async function convertArtifact(): Promise<StageArtifact> {
  const file = path.join(folder, 'convert', 'merged-f16.gguf');
  const files = { 'merged-f16.gguf': { sha256: await digestFile(file), bytes: (await stat(file)).size } };
  await writeJson(path.join(folder, 'convert', 'manifest.json'), {
    formatVersion: 1, stage: 'convert', dataset: 'tiny', schemaFingerprint: '0'.repeat(64), upstream: {}, files, details: {},
  });
  return readStage('convert', path.join(folder, 'convert'));
}

async function writeModel(values: Record<string, string | number>): Promise<string> {
  await mkdir(path.join(folder, 'convert'), { recursive: true });
  const file = path.join(folder, 'convert', 'merged-f16.gguf');
  await writeTinyGguf(file, values, tensors);
  return file;
}

describe('quantize', () => {
  it('makes each format smaller than the one before and keeps the metadata', async () => {
    const source = await writeModel(metadata);
    const manifest = await quantize(stageRun(), { convert: await convertArtifact(), formats: ['Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M'] });
    const sizes = ['Q8_0', 'Q6_K', 'Q5_K_M', 'Q4_K_M'].map((format) => manifest.files[`${format}.gguf`]?.bytes ?? 0);
    expect(sizes.every((size, index) => size > 0 && size < (sizes[index - 1] ?? Infinity))).toBe(true);
    expect(sizes[0]).toBeLessThan((await stat(source)).size * 0.56);
    expect(await readGgufMetadata(path.join(folder, 'quantize', 'Q4_K_M.gguf'))).toMatchObject({ ...metadata, 'llama.attention.layer_norm_rms_epsilon': expect.closeTo(0.00001), 'general.file_type': 15 });
  });

  it('gives one clear error for a model that llama.cpp refuses, and keeps the last good artifact', async () => {
    await writeModel(metadata);
    await quantize(stageRun(), { convert: await convertArtifact(), formats: ['Q8_0'] });
    await writeModel({ 'general.architecture': 'no-such-architecture' });
    await expect(quantize(stageRun(), { convert: await convertArtifact(), formats: ['Q8_0'] })).rejects.toMatchObject({ code: 'model.invalid', message: expect.stringContaining('unknown model architecture') });
    expect((await readdir(folder)).sort()).toEqual(['convert', 'quantize']);
    expect(await readdir(path.join(folder, 'quantize'))).toContain('Q8_0.gguf');
  });

  it('refuses a damaged model before it starts anything', async () => {
    await writeFile(await writeModel(metadata), 'GGUF and then nothing');
    await expect(quantize(stageRun(), { convert: await convertArtifact(), formats: ['Q8_0'] })).rejects.toMatchObject({ code: 'model.invalid' });
  });

  it('refuses an unknown format by name', async () => {
    await writeModel(metadata);
    await expect(quantize(stageRun(), { convert: await convertArtifact(), formats: ['Q3_X'] })).rejects.toMatchObject({ code: 'config.invalid', hint: expect.stringContaining('Q5_K_M') });
  });
});
