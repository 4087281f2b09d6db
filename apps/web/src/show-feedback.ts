import { sendFeedback, ServiceError, type Feedback } from './api.ts';
import { button, el } from './dom.ts';
import type { Verdict } from './types.ts';

/** Lets a person confirm an answer, or put it right; the service learns from both. */
export function showFeedback(id: string, { sql, status }: Verdict): HTMLElement {
  const said = el('p', { role: 'status', class: 'quiet' });
  const box = el('div', { class: 'feedback' });
  const send = async (feedback: Omit<Feedback, 'id'>): Promise<void> => {
    try {
      const { rowCount } = await sendFeedback({ id, ...feedback });
      said.textContent = `Thank you, this is kept${rowCount === undefined ? '' : `; the statement runs and gives ${rowCount} ${rowCount === 1 ? 'row' : 'rows'}`}. It is learnt at the next training.`;
      box.querySelectorAll('button').forEach((one) => (one.disabled = true));
    } catch (error) {
      said.textContent = error instanceof ServiceError ? `${error.message} ${error.hint}` : String(error);
    }
  };
  const editor = showEditor(sql, send);
  const toggle = button('Correct it', () => setOpen(editor.hidden !== false), { 'aria-expanded': 'false' });
  const setOpen = (open: boolean): void => {
    editor.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    if (open) editor.querySelector('textarea')?.focus();
  };
  const right = status === 'answered' || status === 'refused' ? [button('This is right', () => void send({ verdict: 'right' }))] : [];
  box.append(el('h3', {}, 'Is this right?'), el('div', { class: 'row' }, ...right, button('This is wrong', () => void send({ verdict: 'wrong' })), toggle), editor, said);
  return box;
}

function showEditor(sql: string | null, send: (feedback: Omit<Feedback, 'id'>) => Promise<void>): HTMLElement {
  const area = el('textarea', { id: 'correction', rows: '4', spellcheck: 'false' });
  area.value = sql ?? '';
  const editor = el(
    'div',
    {},
    el('label', { for: 'correction' }, 'The statement that answers the question'),
    area,
    el('div', { class: 'row' }, button('Keep the correction', () => void send({ verdict: 'corrected', sql: area.value })), button('The database cannot tell this', () => void send({ verdict: 'corrected', sql: null }))),
  );
  editor.hidden = true;
  return editor;
}
