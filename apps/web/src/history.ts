const prefix = 'sqlwright.history.';
const most = 50;

/** The questions asked before of a database in this browser, the newest first, each once. Answers are not kept: what they say may have changed. */
export function readHistory(dataset: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + dataset) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(dataset: string, question: string): void {
  write(dataset, [question, ...readHistory(dataset).filter((other) => other !== question)].slice(0, most));
}

export function forgetAll(dataset: string): void {
  write(dataset, []);
}

function write(dataset: string, questions: readonly string[]): void {
  try {
    localStorage.setItem(prefix + dataset, JSON.stringify(questions));
  } catch {
    // A browser that keeps nothing has no history.
  }
}
