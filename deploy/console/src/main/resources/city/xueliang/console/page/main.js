/** Where the page begins. */
import './theme.js';
import './shell.js';
import {loadTexts} from './texts.js';

await loadTexts();
document.body.append(document.createElement('console-shell'));
