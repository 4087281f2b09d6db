import { fetchDatasets, fetchTables, key, ServiceError } from './api.ts';
import { askPatiently } from './ask-patiently.ts';
import { button, byId, el } from './dom.ts';
import { forgetAll, readHistory, remember } from './history.ts';
import { createAnswerView } from './show-answer.ts';
import { showKeyForm } from './show-key-form.ts';
import { showSchema } from './show-schema.ts';
import type { AnswerEvent, DatasetInfo } from './types.ts';

const question = byId<HTMLTextAreaElement>('question');
const state = byId('state');
const answer = byId('answer');
let dataset: DatasetInfo | undefined;
let running: AbortController | undefined;
/** What was asked last, for questions that follow on. */
let previous: string | undefined;

byId<HTMLFormElement>('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  void askNow(question.value);
});
question.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void askNow(question.value);
});
byId('stop').addEventListener('click', () => running?.abort());
await start();

async function start(): Promise<void> {
  try {
    const datasets = await fetchDatasets();
    lock(false);
    state.classList.remove('warn');
    showSettings(datasets);
    if (datasets[0] !== undefined) await choose(datasets[0]);
    question.focus();
  } catch (error) {
    if (error instanceof ServiceError && error.status === 401) askForKey();
    else warn(describe(error));
  }
}

async function choose(chosen: DatasetInfo): Promise<void> {
  dataset = chosen;
  previous = undefined;
  showHistory();
  byId('examples').replaceChildren(...chosen.examples.map((example) => button(example, () => void askNow(example), { class: 'example' })));
  byId('holds').replaceChildren(...showSchema(await fetchTables(chosen.name)));
}

function showSettings(datasets: readonly DatasetInfo[]): void {
  if (datasets.length < 2) return;
  const select = el('select', { id: 'dataset' }, ...datasets.map(({ name }) => el('option', { value: name }, name)));
  select.addEventListener('change', () => {
    const chosen = datasets.find(({ name }) => name === select.value);
    if (chosen !== undefined) void choose(chosen);
  });
  byId('settings').replaceChildren(el('label', { for: 'dataset' }, 'Database'), select);
}

/** Until a key is given, there is nothing else to see. */
function askForKey(): void {
  const wasTried = key.get() !== '';
  lock(true);
  byId('locked').replaceChildren(
    showKeyForm(() => {
      state.textContent = '';
      void start();
    }),
  );
  byId('key').focus();
  if (wasTried) warn('This key is not known.');
}

function lock(isLocked: boolean): void {
  byId('locked').hidden = !isLocked;
  document.body.classList.toggle('locked', isLocked);
}

async function askNow(written: string): Promise<void> {
  const text = written.trim();
  if (text === '' || dataset === undefined) return;
  running?.abort();
  const mine = new AbortController();
  const { name } = dataset;
  running = mine;
  question.value = text;
  const view = createAnswerView(text);
  answer.replaceChildren(view.element);
  answer.hidden = false;
  setRunning(true);
  try {
    for await (const event of askPatiently([text, previous, name, mine.signal], (seconds) => (state.textContent = `Many are asking. Your question is put again in ${seconds} s …`))) {
      view.show(event);
      tell(event);
      if (event.event === 'answer') previous = event.data.understoodAs ?? text;
    }
    remember(name, text);
    showHistory();
    // Who has asked knows how; the answer gets their place.
    byId<HTMLDetailsElement>('more-examples').open = false;
  } catch (error) {
    if (running === mine && mine.signal.aborted) state.textContent = 'Stopped.';
    else if (running === mine) warn(describe(error));
    if (view.element.dataset['status'] === undefined) answer.hidden = true;
  }
  if (running === mine) setRunning(false);
}

/** What a screen reader says: the steps in a few words and the sentence, not each piece of SQL. */
function tell(event: AnswerEvent): void {
  if (event.event === 'queued') state.textContent = event.data.ahead === 0 ? 'Writing the statement …' : `${event.data.ahead} before you …`;
  if (event.event === 'sql') state.textContent = 'Reading the rows …';
  if (event.event === 'answer') state.textContent = `Done. ${event.data.answer}`;
  if (event.event === 'error') state.textContent = 'No answer.';
  // The answer below says the same to those who see it.
  state.classList.toggle('heard', event.event === 'answer' || event.event === 'done');
}

function warn(text: string): void {
  state.textContent = text;
  state.classList.add('warn');
}

function setRunning(isRunning: boolean): void {
  byId('stop').hidden = !isRunning;
  answer.setAttribute('aria-busy', String(isRunning));
  if (!isRunning) return;
  state.classList.remove('heard', 'warn');
  state.textContent = 'Asking …';
}

function showHistory(): void {
  if (dataset === undefined) return;
  const { name } = dataset;
  const questions = readHistory(name);
  const entries = questions.map((text) => el('li', {}, button(text, () => void askNow(text), { class: 'link' })));
  const clear = button('Forget all', () => (forgetAll(name), showHistory()), { class: 'small' });
  byId('history').replaceChildren(...(questions.length === 0 ? [el('p', { class: 'quiet' }, 'Nothing yet.')] : [el('ul', {}, ...entries), clear]));
}

function describe(error: unknown): string {
  if (error instanceof ServiceError) return `${error.message} ${error.hint}`;
  return 'The service cannot be reached. Is it running?';
}
