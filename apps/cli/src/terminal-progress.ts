import type { Progress } from '@sqlwright/artifacts';

const barWidth = 24;
const plainLineSeconds = 15;

/** Draws progress on standard error: one bar that is rewritten on a terminal, a line now and then elsewhere. */
export function createTerminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY === true ? barProgress(stream) : lineProgress(stream);
}

type State = Parameters<Progress['update']>[0];

function barProgress(stream: NodeJS.WriteStream): Progress {
  let step = '';
  const line = (text: string): void => void stream.write(`\r\u001b[2K${text}`);
  return {
    step: (name) => {
      if (step !== '') line(`✓ ${step}\n`);
      step = name;
      line(`… ${name}`);
    },
    update: (state) => line(`${renderBar(state)} ${step} ${renderState(state)}`.slice(0, stream.columns)),
    note: (text) => line(`${text}\n`),
  };
}

function lineProgress(stream: NodeJS.WriteStream): Progress {
  let step = '';
  let lastAt = 0;
  return {
    step: (name) => {
      step = name;
      lastAt = Date.now();
      stream.write(`- ${name}\n`);
    },
    update: (state) => {
      const isDue = Date.now() - lastAt > plainLineSeconds * 1000;
      if (!isDue) return;
      lastAt = Date.now();
      stream.write(`  ${step}: ${renderState(state)}\n`);
    },
    note: (text) => void stream.write(`  ${text}\n`),
  };
}

function renderBar({ done, total }: State): string {
  const filled = Math.round(Math.min(1, total === 0 ? 0 : done / total) * barWidth);
  return `[${'█'.repeat(filled)}${' '.repeat(barWidth - filled)}]`;
}

function renderState({ done, total, remark, secondsLeft }: State): string {
  const left = secondsLeft === undefined ? undefined : `${renderSeconds(secondsLeft)} left`;
  return [`${done}/${total}`, remark, left].filter((part) => part !== undefined).join(' · ');
}

/** Seconds as people read them: `42 s`, `12 min 5 s`. */
export function renderSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
