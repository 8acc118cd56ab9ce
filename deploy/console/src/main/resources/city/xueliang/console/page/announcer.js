/**
 * Announces red alerts that nobody has acknowledged: with a banner until one was seen or acknowledged,
 * with a sound that comes again, and in the title. It can be muted for a while, never for good.
 */
import {sounds, unacknowledged, compareAlerts} from './alerts.js';
import {everySecond, now} from './clock.js';
import {live} from './live.js';
import {onRoute, route} from './router.js';
import {playAlarm} from './sound.js';
import {hasText, onLanguage, text} from './texts.js';
import {Topics} from './topics.js';

const MUTED_FOR = 15 * 60_000;
const AGAIN_AFTER = 8_000;
const NEWS_FOR = 10_000;
const MUTED_KEY = 'xueliang.muted-until';
const SEEN_KEY = 'xueliang.seen';

class Announcer {
  /** Red alerts to be announced, the first to be worked first. */
  reds = [];
  mutedUntil = Number(localStorage.getItem(MUTED_KEY) ?? 0);

  #topics = new Topics();
  /** Openings of alerts that somebody at this page has seen. */
  #seen = new Set(JSON.parse(sessionStorage.getItem(SEEN_KEY) ?? '[]'));
  #soundedAt = 0;
  #newest = {id: null, until: 0};

  constructor() {
    live.subscribe('alerts', () => this.#look());
    everySecond(() => this.#tick());
    onLanguage(() => this.#entitle());
    onRoute(() => this.#entitle());
  }

  /** Calls the listener when reds or mutedUntil have changed; gives how to stop. */
  subscribe(listener) {
    return this.#topics.subscribe('changed', listener);
  }

  /** What is to be said: for some seconds what came last, else the first to be worked; undefined for nothing. */
  get first() {
    return this.reds.find(alert => this.isNews(alert)) ?? this.reds[0];
  }

  isNews({id}) {
    return id === this.#newest.id && now() < this.#newest.until;
  }

  get muted() {
    return this.mutedUntil > now();
  }

  mute() {
    this.#muteUntil(now() + MUTED_FOR);
  }

  unmute() {
    this.#muteUntil(0);
  }

  /** Takes the alert off the banner of this page. */
  see(id) {
    const alert = live.alerts.get(id);
    if (alert) {
      this.#seen.add(opening(alert));
      sessionStorage.setItem(SEEN_KEY, JSON.stringify([...this.#seen]));
      this.#look();
    }
  }

  #look() {
    const before = new Set(this.reds.map(opening));
    this.reds = [...live.alerts.values()]
      .filter(alert => alert.colour === 'RED' && unacknowledged(alert) && sounds(alert) && !this.#seen.has(opening(alert)))
      .sort(compareAlerts);
    const arrived = this.reds.filter(alert => !before.has(opening(alert)));
    if (arrived.length > 0) {
      this.#newest = {id: arrived[0].id, until: now() + NEWS_FOR};
      this.#sound();
    }
    if (this.reds.length > 0 || before.size > 0) {
      this.#entitle();
      this.#topics.tell('changed');
    }
  }

  #tick() {
    if (this.mutedUntil !== 0 && !this.muted) {
      this.unmute();
    }
    if (this.reds.length > 0 && now() - this.#soundedAt >= AGAIN_AFTER) {
      this.#sound();
    }
  }

  #sound() {
    this.#soundedAt = now();
    if (!this.muted) {
      playAlarm();
    }
  }

  #muteUntil(at) {
    this.mutedUntil = at;
    localStorage.setItem(MUTED_KEY, at);
    this.#topics.tell('changed');
  }

  #entitle() {
    const page = `nav.${route().page === 'alerts' ? 'wall' : route().page}`;
    document.title = this.reds.length > 0
      ? text('shell.title.red', this.reds.length)
      : text('shell.title', hasText(page) ? text(page) : '');
  }
}

/** An alert that is opened again is announced again. */
const opening = alert => `${alert.id} ${alert.openedAt ?? 0}`;

export const announcer = new Announcer();
