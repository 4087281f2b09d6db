import nx from '@nx/eslint-plugin';
import parser from '@typescript-eslint/parser';
import * as jsonParser from 'jsonc-eslint-parser';

/** Who may import whom: one row a project, each neighbour by name. It mirrors the dependencies in the project's package.json. */
const mayImport = {
  errors: [],
  artifacts: ['errors'],
  'child-process': ['errors'],
  schema: ['errors'],
  database: ['errors', 'schema'],
  prompt: ['errors', 'schema'],
  'dataset-config': ['errors', 'prompt'],
  'language-model': ['errors'],
  'language-model-providers': ['errors', 'language-model'],
  'sql-guard': ['errors', 'schema'],
  'sql-generation': ['errors', 'schema', 'prompt', 'language-model'],
  'dataset-synthesis': ['errors', 'artifacts', 'dataset-config', 'schema', 'database', 'prompt', 'language-model', 'sql-guard'],
  'python-environment': ['errors', 'child-process'],
  'base-model': ['errors', 'child-process', 'dataset-config', 'python-environment'],
  training: ['errors', 'artifacts', 'base-model', 'child-process', 'dataset-config', 'prompt', 'python-environment', 'schema'],
  conversion: ['errors', 'artifacts', 'base-model', 'child-process', 'dataset-config', 'prompt', 'python-environment'],
  evaluation: ['errors', 'artifacts', 'dataset-config', 'schema', 'database', 'prompt', 'language-model', 'sql-guard', 'sql-generation'],
  'sql-qa': ['errors', 'schema', 'database', 'prompt', 'language-model', 'sql-guard', 'sql-generation'],
  server: ['errors', 'schema', 'prompt', 'language-model', 'sql-generation', 'sql-qa'],
  web: [],
  cli: [
    'errors',
    'artifacts',
    'child-process',
    'python-environment',
    'base-model',
    'dataset-config',
    'schema',
    'database',
    'prompt',
    'language-model',
    'language-model-providers',
    'sql-guard',
    'sql-generation',
    'dataset-synthesis',
    'training',
    'conversion',
    'evaluation',
    'sql-qa',
    'server',
  ],
  // Its generator writes the lexicon of a new dataset by the rules of dataset-synthesis.
  pipeline: ['errors', 'dataset-config', 'schema', 'database', 'dataset-synthesis'],
  testing: [],
  packaging: [],
};

const scope = (name) => `scope:${name}`;

/** A project may import itself (its own published name), its neighbours, and the others that are named. */
function boundaries(...others) {
  const depConstraints = Object.entries(mayImport).map(([name, neighbours]) => ({ sourceTag: scope(name), onlyDependOnLibsWithTags: [name, ...neighbours, ...others].map(scope) }));
  return { '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: true, allow: [], depConstraints }] };
}

const programs = ['execa', 'node:child_process', 'child_process'];
const tests = ['**/*.test.ts', '**/test/**'];

export default [
  { plugins: { '@nx': nx } },
  { ignores: ['**/dist', '**/test-output', '**/node_modules', '**/artifacts', '.cache', '.nx'] },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    languageOptions: { parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-param-reassign': 'error',
      'no-else-return': 'error',
      'no-unused-expressions': ['error', { allowTernary: true, allowShortCircuit: true }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      complexity: ['error', 20],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 200, skipBlankLines: true }],
    },
  },
  { files: ['**/*.ts'], ignores: tests, rules: boundaries() },
  { files: ['**/*.test.ts', '**/test/**/*.ts'], rules: boundaries('testing') },
  {
    files: ['{apps,libs,tools}/*/package.json'],
    languageOptions: { parser: jsonParser },
    rules: {
      '@nx/dependency-checks': ['error', { checkObsoleteDependencies: false, ignoredFiles: ['{projectRoot}/**/*.test.ts', '{projectRoot}/test/**/*', '{projectRoot}/jest.config.js'] }],
    },
  },
  { files: ['**/*.ts'], ignores: tests, rules: { 'max-lines-per-function': ['error', { max: 50, skipComments: true, skipBlankLines: true }] } },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: ['libs/child-process/**', ...tests],
    rules: {
      'no-restricted-imports': ['error', { paths: programs.map((name) => ({ name, message: 'Run programs through @sqlwright/child-process.' })) }],
    },
  },
  {
    files: ['libs/**/*.ts'],
    ignores: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'A library throws; the CLI decides how to end.' },
        { object: 'process', property: 'env', message: 'A library is given its settings; the CLI reads the environment.' },
      ],
    },
  },
];
