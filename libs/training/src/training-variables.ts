import path from 'node:path';
import { pythonScript } from '@sqlwright/python-environment';

/** The environment of a training process: where our DataModule lies, and what makes a CPU quick; measured, see the README. */
export function trainingVariables(): Record<string, string> {
  return {
    PYTHONPATH: path.dirname(pythonScript('length_grouped_data.py')),
    // The threads of a step wait for each other thousands of times. Spinning while they wait is only good on an idle machine.
    OMP_WAIT_POLICY: 'PASSIVE',
    // Memory of one step is used again by the next, instead of given back and fetched page by page.
    MALLOC_MMAP_MAX_: '0',
    MALLOC_TRIM_THRESHOLD_: '100000000000',
    MALLOC_TOP_PAD_: '67108864',
    THP_MEM_ALLOC_ENABLE: '1',
  };
}
