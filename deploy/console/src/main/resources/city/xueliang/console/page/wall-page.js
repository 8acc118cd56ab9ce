/** The live wall: the map of a place, its alerts in the order of work, and an alert that was opened. */
import {html, nothing} from '/lib/lit/index.js';
import './alert-list.js';
import './alert-news.js';
import {compareAlerts, heldBack, sounds, stands} from './alerts.js';
import {announcer} from './announcer.js';
import './city-map.js';
import {everySecond} from './clock.js';
import {live} from './live.js';
import './map-legend.js';
import {PageElement} from './page-element.js';
import './place-measures.js';
import './place-trail.js';
import {ancestors, liesIn, onPlaces, place, root} from './places.js';
import {go, onRoute, route, wallPath} from './router.js';
import {shared} from './shared-styles.js';
import {text} from './texts.js';
import './wall-figures.js';
import {wallStyles} from './wall-styles.js';
import './zone-chips.js';

/** Alerts are listed anew at most that often, however many change. */
const LIST_EVERY = 100;
const ALERT_VIEW_AFTER = 3000;

class WallPage extends PageElement {
  static styles = [shared, wallStyles];

  #due = 0;

  constructor() {
    super();
    this.follow(onRoute, () => this.#arrive());
    this.follow(onPlaces);
    this.follow(everySecond);
    this.follow(listener => live.subscribe('alerts', listener), () => this.#soon());
  }

  connectedCallback() {
    super.connectedCallback();
    this.#arrive();
    // So that the first alert opens as fast as the others.
    setTimeout(() => import('./alert-view.js'), ALERT_VIEW_AFTER);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    live.watchMetrics(null);
  }

  /** Code of the place that the wall is at. */
  get place() {
    return route().params.get('place') ?? root();
  }

  get alertId() {
    return route().page === 'alerts' ? route().id : null;
  }

  async #arrive() {
    if (!['wall', 'alerts'].includes(route().page)) {
      return;
    }
    live.watchMetrics(this.place);
    this.requestUpdate();
    if (this.alertId) {
      announcer.see(this.alertId);
      await import('./alert-view.js');
    }
  }

  #soon() {
    this.#due ||= setTimeout(() => {
      this.#due = 0;
      this.requestUpdate();
    }, LIST_EVERY);
  }

  render() {
    const here = this.place;
    const everything = !route().params.has('place');
    const standing = [...live.alerts.values()]
      .filter(alert => stands(alert) && (everything || liesIn(alert.place, here)))
      .sort(compareAlerts);
    const alerts = standing.filter(sounds);
    return html`<div class="wall ${this.alertId ? 'with-alert' : ''}" @keydown=${this.#key}>
      <section class="city">
        <place-trail .place=${here}></place-trail>
        ${place(here)
          ? html`<city-map .place=${here} .ringed=${live.alerts.get(this.alertId)?.place ?? null} @choose=${event => go(wallPath(event.detail.code))} @leave=${this.#up}></city-map>`
          : html`<p class="bad" role="alert">${text('wall.no-such-place', here)}</p>`}
        <map-legend></map-legend>
        <zone-chips .place=${here}></zone-chips>
        <place-measures .place=${here}></place-measures>
      </section>
      <section class="work">
        <wall-figures .alerts=${alerts} .place=${here}></wall-figures>
        <alert-list .alerts=${alerts} .held=${standing.filter(alert => heldBack(alert) !== null)}
          .place=${here} .linked=${everything ? null : here} .chosen=${this.alertId}></alert-list>
      </section>
      ${this.alertId ? this.#alert() : nothing}
      <alert-news></alert-news>
    </div>`;
  }

  #alert() {
    return html`<aside aria-label=${text('wall.alert')}>
      <button class="close" @click=${this.#close} title=${text('wall.close')} aria-label=${text('wall.close')}>✕</button>
      <alert-view .alertId=${this.alertId}></alert-view>
    </aside>`;
  }

  #key(event) {
    if (event.key === 'Escape' && this.alertId && !event.defaultPrevented) {
      this.#close();
    }
  }

  #close() {
    go(wallPath(route().params.get('place')));
  }

  #up() {
    const [above] = ancestors(this.place);
    if (this.alertId) {
      this.#close();
    } else if (above || place(this.place)?.level === 'ZONE') {
      go(wallPath(above ?? null));
    }
  }
}

customElements.define('wall-page', WallPage);
