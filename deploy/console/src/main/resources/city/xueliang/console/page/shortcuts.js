/** Single keys that work an alert. They can be turned off, for who speaks to the computer or leans on it. */
import {Topics} from './topics.js';

const KEY = 'xueliang.shortcuts';
const topics = new Topics();

/** The key of each action. */
export const SHORTCUTS = {
  ACKNOWLEDGE: 'A', ON_SITE: 'S', CLOSE: 'C', SHELVE: 'V', UNSHELVE: 'U', SILENCE: 'L', HELP: '?', LEAVE: 'Esc',
};

export const shortcutsOn = () => localStorage.getItem(KEY) !== 'off';

export function turnShortcuts(on) {
  localStorage.setItem(KEY, on ? 'on' : 'off');
  topics.tell('shortcuts');
}

/** Calls the listener when they were turned on or off; gives how to stop. */
export const onShortcuts = listener => topics.subscribe('shortcuts', listener);

/**
 * Calls the listener with each key that is meant for the page: not one that is typed into a field, and not
 * while a dialog is open. Whoever takes a key prevents its default; it is then offered to nobody else, neither
 * to other listeners nor to the elements that have the focus. Gives how to stop.
 */
export function onKey(listener) {
  const pressed = event => {
    const path = event.composedPath();
    const typing = path[0] instanceof Element && path[0].matches('input:not([type=radio], [type=checkbox]), textarea, select');
    const inDialog = path.some(each => each instanceof HTMLDialogElement && each.open);
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
    const isOn = event.key === 'Escape' || (!typing && shortcutsOn());
    if (!event.defaultPrevented && !inDialog && !modified && isOn) {
      listener(event);
    }
  };
  // Before any element hears of it, so that Esc leaves a form and not the alert that the form is about.
  document.addEventListener('keydown', pressed, {capture: true});
  return () => document.removeEventListener('keydown', pressed, {capture: true});
}
