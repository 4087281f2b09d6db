/** What a stage says while it works. The CLI draws a bar of it on a terminal and plain lines elsewhere. */
export interface Progress {
  /** Begins a named step; the step before it ends. */
  step(name: string): void;
  /** How far the step is: done of total, with a remark such as loss or speed, and the seconds left if known. */
  update(state: { done: number; total: number; remark?: string; secondsLeft?: number }): void;
  /** A line that stays. */
  note(line: string): void;
}

export const silentProgress: Progress = { step: () => {}, update: () => {}, note: () => {} };
