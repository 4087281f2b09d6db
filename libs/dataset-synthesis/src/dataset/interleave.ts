/** Lists of any length as one, in which each is spread evenly: the beginning of the whole holds the beginning of all. */
export function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const placed = lists.flatMap((list) => list.map((value, index) => ({ value, place: (index + 0.5) / list.length })));
  return placed.sort((a, b) => a.place - b.place).map(({ value }) => value);
}
