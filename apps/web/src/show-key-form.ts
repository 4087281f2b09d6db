import { key } from './api.ts';
import { el } from './dom.ts';

/** Asks for the key of the service; it is tried as soon as it is given. */
export function showKeyForm(onGiven: () => void): HTMLElement {
  const field = el('input', { id: 'key', type: 'password', autocomplete: 'off', required: '' });
  const form = el('form', {}, el('label', { for: 'key' }, 'Key'), el('div', { class: 'row' }, field, el('button', { type: 'submit', class: 'main' }, 'Use it')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    key.set(field.value.trim());
    onGiven();
  });
  return el('article', {}, el('h2', { id: 'locked-title' }, 'This service asks for a key'), el('p', { class: 'quiet' }, 'Whoever runs it gives you one. It is kept in this tab only.'), form);
}
