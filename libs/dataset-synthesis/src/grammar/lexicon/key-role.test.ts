import { deedOf, keyRole } from './key-role.ts';

describe('keyRole', () => {
  it.each([
    ['reported by', 'employee', 'reporter'], ['reports to', 'employee', 'manager'], ['stud', 'student', 'student'], ['sub', 'subscription', 'subscription'], ['crs', 'course', 'course'], ['home br', 'branch', 'home branch'], ['manager employee', 'employee', 'manager'], ['lead', 'user', 'lead'], ['parent', 'category', 'parent'],
  ])('takes %s of a %s for the %s', (words, parent, role) => {
    expect(keyRole(words, parent)).toBe(role);
  });
});

describe('deedOf', () => {
  it.each([
    ['taken by', { passive: 'taken', past: 'took' }],
    ['reported by', { passive: 'reported', past: 'reported' }],
    ['sold by', { passive: 'sold', past: 'sold' }],
    ['assigned to', undefined],
    ['manager', undefined],
  ])('%s', (words, deed) => {
    expect(deedOf(words)).toEqual(deed);
  });
});
