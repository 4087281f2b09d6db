const tailLength = 60;

/**
 * Hands on every line and returns the last ones.
 * Progress bars of Python rewrite their line with a carriage return: each rewriting counts as a line.
 */
export async function readLines(chunks: AsyncIterable<unknown>, onLine: ((line: string) => void) | undefined): Promise<string[]> {
  const tail: string[] = [];
  for await (const chunk of chunks) {
    for (const line of String(chunk).split('\r').filter((text) => text.trim() !== '')) {
      tail.push(line);
      if (tail.length > tailLength) tail.shift();
      onLine?.(line);
    }
  }
  return tail;
}
