const words = new Set(['as', 'at', 'by', 'do', 'in', 'is', 'no', 'of', 'on', 'or', 'to', 'if']);

/** A short alias for each table, in the order given: its first letter, else its initials or two of its letters. */
export function aliasesOf(names: readonly string[]): Map<string, string> {
  const aliases = new Map<string, string>();
  const taken = new Set<string>(words);
  for (const name of names) {
    const letters = (name.split('.').at(-1) ?? name).toLowerCase().replace(/[^a-z_]/g, '');
    const alias = candidates(letters, names.length).find((candidate) => !taken.has(candidate)) ?? letters;
    taken.add(alias);
    aliases.set(name, alias);
  }
  return aliases;
}

function candidates(letters: string, tables: number): string[] {
  const first = letters[0] ?? 't';
  const initials = letters.split('_').map((part) => part[0] ?? '').join('');
  const pairs = [letters.at(-1) ?? '', ...letters.replace(/[aeiou_]/g, '').slice(1)].map((letter) => first + letter);
  return [first, initials, ...pairs, ...Array.from({ length: tables }, (_, index) => `${first}${index + 1}`)];
}
