import type { TableEntry } from '../lexicon/lexicon-types.ts';
import type { Speaker } from '../style/speaker.ts';
import type { ConditionWords, Things } from '../things.ts';

const sites = /\b(store|shop|branch|warehouse|location|clinic|building|school|library|site|hospital|office|hotel|restaurant|garage|plant|campus|station)$/;

/** Whether the rows of a table are places where something is kept or done. */
export function isSite({ singular }: TableEntry): boolean {
  return sites.test(singular);
}

/** `in Porto`: where the site of a row lies, of a row that has no place of its own; nothing where the condition on the site is about something else. */
export function placeOf(speaker: Speaker, child: TableEntry, { conditions }: Things): ConditionWords | undefined {
  if (child.isPerson || child.columns.some(({ role }) => role === 'city' || role === 'country' || role === 'state')) return undefined;
  const where = /^(?:located )?(in .*)$/.exec(conditions[0]?.say(speaker).after ?? '')?.[1];
  return where === undefined || / other than /.test(where) ? undefined : { verb: `are ${where}`, after: where };
}
