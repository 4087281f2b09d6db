import { trainingError } from './training-error.ts';

const fail = (...tail: string[]) => trainingError({ exitCode: 1, signal: undefined, seconds: 1, tail, startError: undefined });

describe('trainingError', () => {
  it.each([
    ['RuntimeError: Bitsandbytes is only supported on CUDA GPUs.', 'training.no-cuda'],
    ["ModuleNotFoundError: No module named 'bitsandbytes'", 'training.no-cuda'],
    ["ModuleNotFoundError: Requirement 'bitsandbytes' not met.", 'training.no-cuda'],
    ['torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB', 'training.out-of-memory'],
    ["RuntimeError: [enforce fail at alloc_cpu.cpp:118] DefaultCPUAllocator: can't allocate memory", 'training.out-of-memory'],
    ['size mismatch for lm_head.linear.weight: copying a param with shape', 'training.wrong-checkpoint'],
    ["checkpoint_dir '/x' is missing the files: ['lit_model.pth'].", 'training.wrong-checkpoint'],
    ['OSError: [Errno 28] No space left on device', 'disk.full'],
    ['ValueError: something new', 'training.failed'],
  ])('%s', (line, code) => {
    const error = fail('Traceback (most recent call last):', line);
    expect(error.code).toBe(code);
    expect(error.message).toContain(line);
    expect(error.hint).not.toBe('');
  });

  it('tells a killed litgpt from one that failed by itself', () => {
    const error = trainingError({ exitCode: undefined, signal: 'SIGKILL', seconds: 1, tail: ['Epoch 1 | iter 3 step 3'], startError: undefined });
    expect(error.code).toBe('training.failed');
    expect(error.message).toContain('killed (SIGKILL)');
    expect(error.hint).toContain('memory');
  });
});
