/** Reads a list of synonyms: `word: other, another`, one entry after the other, parted by `;` or a new line. */
export function synonymList(text: string): Record<string, readonly string[]> {
  return Object.fromEntries(text.split(/[;\n]/).map((entry) => entry.trim()).filter((entry) => entry !== '').map((entry) => {
    const [word = '', others = ''] = entry.split(/:\s*/);
    return [word, others.split(/\s*,\s*/)];
  }));
}
