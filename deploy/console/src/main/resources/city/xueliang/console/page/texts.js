/**
 * The page's words, from /texts/zh.json and /texts/en.json: key → pattern with {0}, {1}, as of Java's
 * MessageFormat. The language can change at any time; components built on PageElement follow.
 */
import {Topics} from './topics.js';

const KEY = 'xueliang.language';
const topics = new Topics();
let current = localStorage.getItem(KEY) ?? (navigator.language.startsWith('en') ? 'en' : 'zh');
let patterns = {};

/** 'zh' or 'en'; also the value of Accept-Language. */
export const language = () => current;

/** For Intl. */
export const locale = () => (current === 'zh' ? 'zh-CN' : 'en-GB');

/** Calls the listener whenever the language has changed; gives how to stop. */
export const onLanguage = listener => topics.subscribe('language', listener);

/** The text with its places filled; a key without a text shows itself. */
export function text(key, ...args) {
  return fill(patterns[key] ?? key, args);
}

export const hasText = key => key in patterns;

/** The word for a value of an enum, such as word('colour', 'RED'); the value if there is none. */
export const word = (kind, value) => patterns[`${kind}.${value}`] ?? value ?? '';

/** The name in the reader's language of a rule, policy or place with `zh` and perhaps `en`. */
export const nameOf = named => (current === 'en' && named.en) || named.zh;

/** Shows another language. @param {'zh'|'en'} chosen */
export async function chooseLanguage(chosen) {
  localStorage.setItem(KEY, chosen);
  await loadTexts(chosen);
}

/** Must have ended before anything is shown. */
export async function loadTexts(wanted = current) {
  const answer = await fetch(`/texts/${wanted}.json`);
  if (!answer.ok) {
    throw new Error(`/texts/${wanted}.json: ${answer.status}`);
  }
  patterns = await answer.json();
  current = wanted;
  document.documentElement.lang = locale();
  topics.tell('language', current);
}

function fill(pattern, args) {
  return pattern.replace(/''|\{(\d+)\}/g, (found, place) => (place === undefined ? "'" : String(args[place] ?? '')));
}
