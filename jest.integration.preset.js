import preset from './jest.preset.js';

/** The slower tests: real servers, real models, real litgpt. */
export default {
  ...preset,
  testMatch: ['<rootDir>/src/**/*.integration.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 600_000,
  maxWorkers: 1,
};
