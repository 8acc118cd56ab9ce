/** Where the page begins. What it needs is asked for at once, not one after the other. */
import {loadTexts} from './texts.js';
import './theme.js';
import {begin} from './begin.js';
import {loadPage, pageOf} from './pages.js';
import {route} from './router.js';
import './shell.js';

const shell = document.createElement('console-shell');
shell.begun = begin();
// The shell asks again, and says why, if these fail.
shell.begun.catch(() => {});
if (pageOf(route())) {
  loadPage(pageOf(route())).catch(() => {});
}
await loadTexts();
document.body.replaceChildren(shell);
