import { open, type FileHandle } from 'node:fs/promises';
import { SqlwrightError } from '@sqlwright/errors';
import { GgufFormatError } from './gguf-cursor.ts';
import { parseGgufHeader, type GgufHeader, type GgufMetadata } from './parse-gguf-header.ts';

const firstBytes = 4 * 2 ** 20;
const mostHeaderBytes = 512 * 2 ** 20;

/**
 * Reads the metadata of a GGUF file, arrays such as the vocabulary left out, and checks that no tensor is cut off.
 * 64-bit values lose precision above 2^53.
 * @throws SqlwrightError model.invalid for a file that is missing, damaged or no GGUF
 */
export async function readGgufMetadata(file: string): Promise<GgufMetadata> {
  const handle = await open(file).catch((cause: unknown) => {
    throw invalid(file, 'cannot be opened', cause);
  });
  try {
    const { size } = await handle.stat();
    const header = await readHeader(handle, size, file);
    if (header.fileBytes > size) throw invalid(file, `is cut off: it has ${size} of ${header.fileBytes} bytes`);
    return header.metadata;
  } finally {
    await handle.close();
  }
}

/** The header has no length of its own, so more and more of the file is read until it fits. */
async function readHeader(handle: FileHandle, size: number, file: string): Promise<GgufHeader> {
  const most = Math.min(size, mostHeaderBytes);
  for (let length = Math.min(firstBytes, most); ; length = Math.min(length * 4, most)) {
    try {
      return parseGgufHeader(await readStart(handle, length));
    } catch (cause) {
      if (cause instanceof GgufFormatError) throw invalid(file, `is no GGUF file that can be read (${cause.message})`, cause);
      if (!(cause instanceof RangeError)) throw invalid(file, 'cannot be read', cause);
      if (length === most) throw invalid(file, 'is cut off within its header', cause);
    }
  }
}

async function readStart(handle: FileHandle, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, 0);
  return bytes.subarray(0, bytesRead);
}

function invalid(file: string, state: string, cause?: unknown): SqlwrightError {
  return new SqlwrightError('model.invalid', `The model file ${file} ${state}.`, {
    cause,
    hint: 'Make it again with `sqlwright convert` or `sqlwright quantize`, or fetch it again if it came from elsewhere.',
  });
}
