/**
 * Dark and light. The theme is `data-theme` of the root element; theme.css does the rest. It follows
 * the system until one is chosen, and the choice is remembered.
 */
import {Topics} from './topics.js';

const KEY = 'xueliang.theme';
const system = matchMedia('(prefers-color-scheme: light)');
const topics = new Topics();

/** 'dark' or 'light'. */
export const theme = () => document.documentElement.dataset.theme;

/** Calls the listener whenever the theme has changed (charts draw themselves anew); gives how to stop. */
export const onTheme = listener => topics.subscribe('theme', listener);

/** @param {'dark'|'light'} chosen */
export function chooseTheme(chosen) {
  localStorage.setItem(KEY, chosen);
  show(chosen);
}

/** The value of a token of theme.css, such as `--red`, for what cannot use CSS. */
export const token = name =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function show(chosen) {
  document.documentElement.dataset.theme = chosen;
  topics.tell('theme', chosen);
}

system.addEventListener('change', () => {
  if (localStorage.getItem(KEY) === null) {
    show(system.matches ? 'light' : 'dark');
  }
});
