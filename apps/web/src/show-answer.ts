import { chooseChart } from './choose-chart.ts';
import { el } from './dom.ts';
import { drawChart } from './draw-chart.ts';
import { showFeedback } from './show-feedback.ts';
import { showTable } from './show-table.ts';
import type { AnswerEvent, Verdict } from './types.ts';

/** An answer that grows while it is made. */
export interface AnswerView {
  readonly element: HTMLElement;
  show(event: AnswerEvent): void;
}

/** Shows a question with the statement as it is written, then sentence, chart and table, then what there is to say of it. */
export function createAnswerView(question: string): AnswerView {
  const [sentence, facts, picture, rows, feedback] = [el('p', { class: 'sentence' }), el('ul', { class: 'facts' }), el('div'), el('div'), el('div')];
  const code = el('code');
  const statement = el('details', { open: '' }, el('summary', {}, 'SQL'), el('pre', { tabindex: '0', 'aria-label': 'SQL' }, code));
  statement.hidden = true;
  const element = el('article', {}, el('h2', {}, question), sentence, facts, picture, rows, statement, feedback);
  let verdict: Verdict | undefined;
  let isWhole = false;
  const show: Record<AnswerEvent['event'], (data: never) => void> = {
    queued: () => undefined,
    writing: ({ text }: { text: string }) => {
      statement.hidden = false;
      // What is written after a whole statement is another one, in place of it.
      if (isWhole) code.textContent = '';
      isWhole = false;
      code.append(text);
    },
    sql: ({ sql }: { sql: string }) => {
      statement.hidden = false;
      code.textContent = sql;
      isWhole = true;
    },
    rows: (table: Extract<AnswerEvent, { event: 'rows' }>['data']) => {
      const chart = chooseChart(table);
      picture.replaceChildren(...(chart === undefined ? [] : [drawChart(chart)]));
      rows.replaceChildren(...(table.rows.length === 0 ? [] : [showTable(table)]));
    },
    answer: (said: Verdict) => {
      verdict = said;
      sentence.textContent = said.answer;
      element.dataset['status'] = said.status;
      statement.hidden = said.sql === null;
      facts.replaceChildren(...factsOf(said).map((fact) => el('li', {}, fact)));
    },
    done: ({ id, model, seconds }: Extract<AnswerEvent, { event: 'done' }>['data']) => {
      if (verdict !== undefined) feedback.replaceChildren(showFeedback(id, verdict), el('p', { class: 'quiet' }, `${model}, ${(seconds.generate + seconds.execute).toFixed(1)} s`));
    },
    error: ({ error }: Extract<AnswerEvent, { event: 'error' }>['data']) => {
      element.dataset['status'] = 'failed';
      sentence.textContent = `${error.message} ${error.hint}`;
    },
  };
  return { element, show: ({ event, data }) => show[event]?.(data as never) };
}

const unsure = 0.5;
const sure = 0.8;

function factsOf({ status, confidence, groundings, understoodAs, confirmed, repaired, votes }: Verdict): string[] {
  const outcome = { answered: [], refused: ['The database cannot tell this, or the model is not sure enough; nothing was run.'], blocked: ['Stopped by the guard; nothing was run.'], failed: ['The statement did not run.'] }[status];
  return [
    ...(understoodAs === undefined ? [] : [`Understood as: ${understoodAs}`]),
    ...outcome,
    ...(confirmed === true ? ['A person confirmed this statement for this question before.'] : []),
    ...(confidence === undefined ? [] : [`${levelOf(confidence)}: the model gives its statement a probability of ${Math.round(confidence * 100)} %.`]),
    ...(votes === undefined ? [] : [`${votes.agreeing} of ${votes.of} statements that were tried say so.`]),
    ...(repaired === true ? ['The first statement could not run; this is a second one.'] : []),
    ...groundings.map(({ column, written, taken }) => `“${written}” was taken as “${taken}” (${column}).`),
  ];
}

function levelOf(confidence: number): string {
  if (confidence >= sure) return 'Rather sure';
  return confidence >= unsure ? 'Not quite sure' : 'Unsure, please check';
}
