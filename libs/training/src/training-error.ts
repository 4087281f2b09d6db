import type { ProgramRecord } from '@sqlwright/child-process';
import { SqlwrightError, type ErrorCode } from '@sqlwright/errors';

interface KnownFailure {
  readonly code: ErrorCode;
  readonly pattern: RegExp;
  readonly message: string;
  readonly hint: string;
}

const shownLines = 15;

/** Told by what litgpt, torch or the system print. The first that fits counts. */
const knownFailures: readonly KnownFailure[] = [
  {
    code: 'disk.full',
    pattern: /No space left on device|Errno 28|PytorchStreamWriter failed writing|unexpected pos \d+ vs \d+/,
    message: 'There is no space left on the disk for the checkpoint.',
    hint: 'Free some space (three times the size of the base model) and run the same command again.',
  },
  {
    code: 'training.no-cuda',
    pattern: /Bitsandbytes is only supported on CUDA GPUs|No module named 'bitsandbytes'|Requirement 'bitsandbytes|Torch not compiled with CUDA|No CUDA GPUs are available/i,
    message: 'This training profile needs an NVIDIA GPU.',
    hint: 'Train with the profile "cpu", or set train.hyperparameters.quantize to null; on a machine with an NVIDIA GPU see docs/gpu.md.',
  },
  {
    code: 'training.out-of-memory',
    pattern: /out of memory|can't allocate memory|DefaultCPUAllocator|MemoryError|Cannot allocate memory|std::bad_alloc/i,
    message: 'litgpt ran out of memory.',
    hint: 'Lower train.hyperparameters.microBatchSize or maxSeqLength, or close other programs.',
  },
  {
    code: 'training.wrong-checkpoint',
    pattern: /size mismatch for|Error\(s\) in loading state_dict|Missing key\(s\)|Unexpected key\(s\)|is missing the files|is not a checkpoint directory|PytorchStreamReader failed|The checkpoint directory does not exist|invalid load key/,
    message: 'The base checkpoint does not fit its model configuration.',
    hint: 'Check train.model (does modelName name this very architecture?), remove the folder "models" of the cache and run the same command again.',
  },
];

/** What a failed run of litgpt means, with the end of its log. */
export function trainingError(record: ProgramRecord): SqlwrightError {
  const log = record.tail.join('\n');
  const known = knownFailures.find(({ pattern }) => pattern.test(log));
  const { code, message, hint } = known ?? unknownFailure(record);
  const end = record.startError ?? record.tail.slice(-shownLines).join('\n');
  return new SqlwrightError(code, `${message}\n${end}`.trimEnd(), { hint });
}

function unknownFailure(record: ProgramRecord): Omit<KnownFailure, 'pattern'> {
  if (record.signal !== undefined) {
    return { code: 'training.failed', message: `litgpt was killed (${record.signal}).`, hint: 'If nobody ended it, the system did so for want of memory: lower train.hyperparameters.microBatchSize. Then run the same command again.' };
  }
  return { code: 'training.failed', message: `litgpt ended with exit code ${record.exitCode ?? 'none'} and no checkpoint.`, hint: 'The lines above are the end of its log. Mend what they name and run the same command again.' };
}
