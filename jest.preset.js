import path from 'node:path';

const testing = path.join(import.meta.dirname, 'tools/testing/src');

/** Node strips the types; no bundler and no second compiler stand between a source file and its test. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.test.ts'],
  testPathIgnorePatterns: ['\\.integration\\.test\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': path.join(testing, 'strip-types-transform.ts') },
  testEnvironmentOptions: { customExportConditions: ['@sqlwright/source', 'node', 'node-addons'] },
  reporters: ['default', path.join(testing, 'count-reporter.ts')],
  coverageDirectory: 'test-output/coverage',
};
