/** At most `limit` items, at even distances, in their order. */
export function spread<T>(items: readonly T[], limit: number = items.length): T[] {
  if (limit >= items.length) return [...items];
  const chosen = new Set(Array.from({ length: limit }, (_, index) => Math.floor((index * items.length) / limit)));
  return items.filter((_, index) => chosen.has(index));
}
