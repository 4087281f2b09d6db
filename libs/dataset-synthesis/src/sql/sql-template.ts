import { normalize } from 'libpg-query';

/** The statement with `?` for every constant and for every list of constants: two samples of one template differ in values alone. */
export async function sqlTemplate(sql: string): Promise<string> {
  const masked = (await normalize(sql)).replace(/\$\d+/g, '?');
  return masked.replace(/\(\?(?:, ?\?)+\)/g, '(?)');
}
