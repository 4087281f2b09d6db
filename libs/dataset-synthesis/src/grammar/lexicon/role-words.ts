import type { Speaker } from '../style/speaker.ts';

const superiors = ['manager', 'boss', 'supervisor', 'superior', 'line manager'] as const;
const known = /^(manager|supervisor|boss|team lead|superior|line manager|reports to)$/;

/** Whether a role is that of somebody to whom one reports. */
export function isSuperior(role: string): boolean {
  return known.test(role);
}

/** What a row is to another, at times in another word: people say boss for whatever the schema calls it. */
export function sayRole(speaker: Speaker, role: string): string {
  return isSuperior(role) && speaker.random.chance(0.45) ? speaker.random.pick(superiors) : role;
}
