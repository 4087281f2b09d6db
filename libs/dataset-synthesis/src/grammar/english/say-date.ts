import { say, type Speaker } from '../style/speaker.ts';

export const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A day as people write it. @param day ISO 8601 */
export function sayDay(speaker: Speaker, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = monthNames[Number(month) - 1] ?? '';
  return say(speaker, {
    plain: [`${name} ${Number(date)}, ${year}`, `${Number(date)} ${name} ${year}`, day],
    terse: [`${name.slice(0, 3)} ${Number(date)} ${year}`, day, `${Number(date)} ${name.slice(0, 3)} ${year}`],
    polite: [`${name} ${Number(date)}, ${year}`, `the ${ordinal(Number(date))} of ${name} ${year}`],
  });
}

export function sayMonth(speaker: Speaker, year: number, month: number): string {
  const name = monthNames[month - 1] ?? '';
  return say(speaker, { plain: [`${name} ${year}`], terse: [`${name.slice(0, 3)} ${year}`, `${name} ${year}`], polite: [`${name} ${year}`, `${name} of ${year}`] });
}

export function ordinal(number: number): string {
  const last = number % 10;
  const teen = number % 100 > 10 && number % 100 < 14;
  return `${number}${teen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}

/** The day after `days` days. @param day ISO 8601 */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first day of the month `months` after that of year and month. */
export function firstOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}
