// The data of the page -> tables that can be walked, filtered and linked.
import { element } from './element.js';
import { readState, writeState } from './state.js';
import { makeView } from './view.js';

const apps = JSON.parse(document.getElementById('data').textContent);
const live = document.getElementById('said');
const said = (text) => {
  live.textContent = text;
};
let state = readState();

const views = apps.map((app, index) => {
  const place = document.querySelector(`#app-${index} .matrix`);
  return place ? makeView(app, place, said, () => writeState(state)) : null;
});
const buttons = [...document.querySelectorAll('[data-app]')];

function show() {
  const named = apps.findIndex(({ name }) => name === state.app);
  const current = named === -1 ? 0 : named;
  for (const [index] of apps.entries())
    document.getElementById(`app-${index}`).hidden = index !== current;
  for (const [index, button] of buttons.entries())
    button.setAttribute('aria-pressed', index === current);
  const view = views[current];
  if (view) view.restore(state);
}

for (const [index, button] of buttons.entries())
  button.addEventListener('click', () => {
    state = { app: apps[index].name || '', scope: 'own', filter: '', row: '', column: '' };
    writeState(state);
    show();
  });
addEventListener('hashchange', () => {
  state = readState();
  show();
});
addEventListener('beforeprint', () => {
  for (const view of views) if (view) view.all();
});
addEventListener('keydown', (event) => {
  const typing = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector('.of-app:not([hidden]) input[type=search]');
  if (!field) return;
  event.preventDefault();
  field.focus();
});

const theme = document.getElementById('theme');
const isDark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
};
const nameTheme = () => {
  theme.textContent = isDark() ? 'light' : 'dark';
  theme.setAttribute('aria-label', `Switch to ${theme.textContent} colours`);
};
theme.addEventListener('click', () => {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  nameTheme();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', nameTheme);
theme.hidden = false;
nameTheme();
show();
document.body.append(element('span', { id: 'ready', hidden: '' }));
