import { integrationTestTarget, testTarget } from './test-targets.ts';

describe('integrationTestTarget', () => {
  it('runs alone, after what it reads in built form', () => {
    expect(integrationTestTarget).toMatchObject({ parallelism: false, dependsOn: ['build', '^build'] });
    expect(testTarget.parallelism).toBeUndefined();
  });
});
