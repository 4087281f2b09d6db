/** The questions asked before in this browser, the newest first, each once. Answers are not kept: what they say may have changed. */
const name = 'sqlwright.history';
const most = 50;

export function readHistory(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(question: string): void {
  write([question, ...readHistory().filter((other) => other !== question)].slice(0, most));
}

export function forgetAll(): void {
  write([]);
}

function write(questions: readonly string[]): void {
  try {
    localStorage.setItem(name, JSON.stringify(questions));
  } catch {
    // A browser that keeps nothing has no history.
  }
}
