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
 * while a dialog is open. Gives how to stop.
 */
export function onKey(listener) {
  const pressed = event => {
    const target = event.composedPath()[0];
    const typing = target instanceof Element && target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
      return;
    }
    const alwaysOn = event.key === 'Escape';
    if (alwaysOn || (!typing && shortcutsOn())) {
      listener(event);
    }
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
}
