import type { CandidateReport, Excerpt, QuestionRecord } from '../evaluation-report.ts';
import { worstAnswers } from '../worst-answers.ts';
import { escapeHtml } from './escape-html.ts';

/** The worst answers of a candidate: question, SQL and rows, expected and given side by side. */
export function renderAnswers({ name, records }: CandidateReport): string {
  const worst = worstAnswers(records.development);
  if (worst.length === 0) return '';
  return `<h2>Worst answers of ${escapeHtml(name)}</h2><p class="note">The surest wrong answers first. Of the rows, those come first that only one side has.</p>${worst.map(renderAnswer).join('')}`;
}

function renderAnswer({ id, question, outcome, errorClass, detail, gold, predicted, expected, given, confidence }: QuestionRecord): string {
  const sure = confidence === null ? '' : ` · confidence ${confidence.toFixed(2)}`;
  const wanted = gold === null ? 'The database cannot answer.' : (gold[0] ?? '');
  const others = gold === null || gold.length < 2 ? '' : `<p class="note">${gold.length - 1} other statement${gold.length === 2 ? ' is' : 's are'} right too.</p>`;
  const sides = [
    `<div><h3>Expected</h3><pre>${escapeHtml(wanted)}</pre>${renderExcerpt(expected)}${others}</div>`,
    `<div><h3>Given</h3><pre>${escapeHtml(predicted ?? 'Refused to answer.')}</pre>${detail === undefined ? '' : `<p class="warning">${escapeHtml(detail)}</p>`}${renderExcerpt(given)}</div>`,
  ];
  return `<details><summary><b>${escapeHtml(id)}</b> ${escapeHtml(question)} <span class="tag">${escapeHtml(errorClass ?? outcome)}${sure}</span></summary><div class="sides">${sides.join('')}</div></details>`;
}

function renderExcerpt(excerpt: Excerpt | undefined): string {
  if (excerpt === undefined) return '';
  const head = excerpt.columns.map((column) => `<th>${escapeHtml(column)}</th>`).join('');
  const rows = excerpt.rows.map((row) => `<tr>${row.map((cell) => `<td>${cell === null ? '<span class="null">NULL</span>' : escapeHtml(String(cell))}</td>`).join('')}</tr>`).join('');
  return `<div class="scroll"><table><tr>${head}</tr>${rows}</table></div><p class="note">${rowCount(excerpt)}</p>`;
}

function rowCount({ rows, total }: Excerpt): string {
  if (total === 0) return 'no rows';
  if (total > rows.length) return `${rows.length} of ${total} rows`;
  return total === 1 ? '1 row' : `${total} rows`;
}
