import { Option } from 'commander';

/** The dataset that a command works on. */
export function datasetOption(): Option {
  return new Option('-d, --dataset <name>', 'folder below datasets/').default('customer');
}
