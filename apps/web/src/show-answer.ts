import { chooseChart } from './choose-chart.ts';
import { el } from './dom.ts';
import { drawChart } from './draw-chart.ts';
import { showFeedback } from './show-feedback.ts';
import { showSureness } from './show-sureness.ts';
import { showTable } from './show-table.ts';
import type { AnswerEvent, Verdict } from './types.ts';

/** An answer that grows while it is made. */
export interface AnswerView {
  readonly element: HTMLElement;
  show(event: AnswerEvent): void;
}

/** Shows a question with the statement as it is written, then sentence, chart and table, then what there is to say of it. */
export function createAnswerView(question: string): AnswerView {
  const [sentence, sureness, facts, picture, rows, feedback] = [el('p', { class: 'sentence' }), el('div'), el('ul', { class: 'facts' }), el('div'), el('div'), el('div')];
  const code = el('code');
  const statement = el('details', { open: '' }, el('summary', {}, 'SQL'), el('pre', { tabindex: '0', 'aria-label': 'SQL' }, code));
  statement.hidden = true;
  const element = el('article', {}, el('h2', {}, question), sentence, sureness, facts, picture, rows, statement, feedback);
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
      rows.replaceChildren(...(table.rows.length === 0 ? [] : [chart?.kind === 'number' ? el('details', {}, el('summary', {}, 'As a table'), showTable(table)) : showTable(table)]));
    },
    answer: (said: Verdict) => {
      verdict = said;
      sentence.textContent = said.answer;
      element.dataset['status'] = said.status;
      statement.hidden = said.sql === null;
      facts.replaceChildren(...factsOf(said).map((fact) => el('li', {}, fact)));
      sureness.replaceChildren(...(said.confidence === undefined ? [] : [showSureness(said.confidence, said)]));
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

function refusalOf(reason: Verdict['reason']): string {
  switch (reason?.code) {
    case 'impossible-value':
    case 'unknown-names': return `${reason.message} Nothing was run.`;
    case 'low-confidence': return 'The model was not sure enough of its statement; nothing was run.';
    default: return 'To the model, this is nothing that the database can tell; nothing was run.';
  }
}

function factsOf({ status, reason, groundings, understoodAs, confirmed, repaired, votes }: Verdict): string[] {
  const outcome = { answered: [], refused: [refusalOf(reason)], blocked: ['Stopped by the guard; nothing was run.'], failed: ['The statement did not run.'] }[status];
  return [
    ...(understoodAs === undefined ? [] : [`Understood as: ${understoodAs}`]),
    ...outcome,
    ...(confirmed === true ? ['A person confirmed this statement for this question before.'] : []),
    ...(votes === undefined ? [] : [`${votes.agreeing} of ${votes.of} statements that were tried say so.`]),
    ...(repaired === true ? ['The first statement could not run; this is a second one.'] : []),
    ...groundings.map(({ column, written, taken }) => `“${written}” was taken as “${taken}” (${column}).`),
  ];
}
