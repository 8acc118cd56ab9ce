/**
 * The page's URLs; each view is one, to be shared. Links (<a href="/history?…">) are followed without
 * loading the page anew, also those within shadow roots.
 *
 *   /wall?place=630105          the wall, at a place or zone
 *   /alerts/{id}?place=630105   the wall with an alert opened
 *   /history?…  /coverage?…  /alarm-health?…  /rules?…
 */
import {withParameters} from './api.js';
import {Topics} from './topics.js';

const topics = new Topics();

/** @returns {{page: string, id: string|null, params: URLSearchParams}} such as page 'alerts', id '9f…' */
export function route() {
  const [page, id] = location.pathname.slice(1).split('/');
  return {page: page || 'wall', id: id ? decodeURIComponent(id) : null, params: new URLSearchParams(location.search)};
}

/** Calls the listener with the new route whenever the URL has changed; gives how to stop. */
export const onRoute = listener => topics.subscribe('route', listener);

/** Path of a place on the wall, or of an alert. */
export const wallPath = place => withParameters('/wall', {place});
export const alertPath = (id, place) => withParameters(`/alerts/${encodeURIComponent(id)}`, {place});

/** Shows this path; `replace` for what the back button should not come back to. */
export function go(path, {replace = false} = {}) {
  if (path === location.pathname + location.search) {
    return;
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  topics.tell('route', route());
}

/** Changes parameters of this view, such as setParams({window: 'HOUR'}); null takes one away. */
export function setParams(parameters, {replace = true} = {}) {
  const {params} = route();
  for (const [name, value] of Object.entries(parameters)) {
    params.delete(name);
    [value].flat().filter(one => one !== null && one !== undefined).forEach(one => params.append(name, one));
  }
  const words = params.toString();
  go(location.pathname + (words === '' ? '' : `?${words}`), {replace});
}

addEventListener('popstate', () => topics.tell('route', route()));

addEventListener('click', event => {
  const link = event.composedPath().find(element => element instanceof HTMLAnchorElement);
  const modified = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const elsewhere = !link || link.origin !== location.origin || link.target || link.hasAttribute('download');
  if (event.defaultPrevented || modified || elsewhere || link.pathname.startsWith('/api/')) {
    return;
  }
  event.preventDefault();
  go(link.pathname + link.search);
});
