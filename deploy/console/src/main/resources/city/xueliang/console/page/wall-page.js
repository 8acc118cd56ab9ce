/** The live wall. */
import {html} from '/lib/lit/index.js';
import {PageElement} from './page-element.js';

class WallPage extends PageElement {
  render() {
    return html``;
  }
}

customElements.define('wall-page', WallPage);
