/**
 * The city as it is now, kept up to date by the stream. Everything is told at most once per frame,
 * however much has changed.
 *
 *   live.subscribe('alerts', ids => …)      Set of ids that changed; all of them after a new beginning
 *   live.subscribe('coverage', codes => …)  Set of codes of places
 *   live.subscribe('metrics', measures => …)
 *   live.subscribe('health', () => …)
 *   live.subscribe('connection', () => …)   when live.connection has changed
 *   live.subscribe('refusals', refusals => …)  Refusals of actions of this seat
 */
import {get} from './api.js';
import {stands} from './alerts.js';
import {now} from './clock.js';
import {loadPlaces} from './places.js';
import {loadRuleNames} from './rule-names.js';
import {Stream} from './stream.js';
import {Topics} from './topics.js';

const FRAME_AT_MOST = 100;
const AGAIN_AFTER = 2_000;
const CAUGHT_UP_WITHIN = 5_000;
const ENDED_KEPT = 3600_000;

class Live {
  /** AlertSummary by id; also those that ended within the last hour. */
  alerts = new Map();
  /** CoverageRow by code of the place. */
  coverage = new Map();
  /** MetricRow by measure, of the place given to watchMetrics. */
  metrics = new Map();
  /** Health, null until it is known. */
  health = null;
  /** Whether the server is lost, how often it was tried since, and when something was heard last. */
  connection = {lost: false, attempts: 0, heardAt: 0, known: false};

  #topics = new Topics();
  #touched = new Map();
  #frame = 0;
  #timer = 0;
  #id = null;
  #metricsOf = null;
  #stream = new Stream({
    onEvent: (type, data, id) => this.#take(type, data, id),
    onState: state => this.#connected(state),
    onRefused: () => get('/api/session').catch(() => {}),
  });

  /** Calls the listener when something of the topic has changed; gives how to stop. */
  subscribe(topic, listener) {
    return this.#topics.subscribe(topic, listener);
  }

  /** Asks for the present and follows it from there. @throws {ApiError} */
  async start() {
    const present = await get('/api/live');
    this.#id = present.id;
    const before = [...this.alerts.keys(), ...this.coverage.keys()];
    this.alerts = new Map(present.alerts.map(alert => [alert.id, alert]));
    this.coverage = new Map(present.coverage.map(row => [row.place, row]));
    this.health = present.health;
    this.#touch('alerts', [...before, ...this.alerts.keys()]);
    this.#touch('coverage', [...before, ...this.coverage.keys()]);
    this.#touch('health', ['health']);
    this.connection = {...this.connection, heardAt: now(), known: true};
    this.#follow();
  }

  /** Has the minutes of this place sent; of none if it is null. */
  watchMetrics(place) {
    if (place !== this.#metricsOf) {
      this.#metricsOf = place;
      this.metrics = new Map();
      this.#touch('metrics', ['place']);
      if (this.connection.known) {
        this.#follow();
      }
    }
  }

  #follow() {
    this.#stream.open(() => ({after: this.#id, metrics: this.#metricsOf}));
  }

  #take(type, data, id) {
    this.connection.heardAt = now();
    switch (type) {
      case 'alerts':
        this.#id = id;
        this.#touch('alerts', data.filter(alert => this.#isNewer(alert)).map(alert => this.#keep(alert)));
        break;
      case 'gone':
        this.#drop(data);
        break;
      case 'coverage':
        data.forEach(row => this.coverage.set(row.place, row));
        this.#touch('coverage', data.map(row => row.place));
        break;
      case 'metrics':
        data.filter(row => row.place === this.#metricsOf).forEach(row => this.metrics.set(row.measure, row));
        this.#touch('metrics', data.map(row => row.measure));
        break;
      case 'health':
        this.health = data;
        this.#touch('health', ['health']);
        break;
      case 'registry':
        ('places' in data ? loadPlaces() : loadRuleNames()).catch(reportError);
        break;
      case 'refusal':
        this.#topics.tell('refusals', [data]);
        break;
      case 'reset':
        this.#startAnew();
        break;
    }
  }

  /** What is shown is worthless until this has worked. */
  async #startAnew() {
    try {
      await this.start();
      this.#connected({lost: false, attempts: 0});
    } catch {
      this.#connected({lost: true, attempts: this.connection.attempts + 1});
      setTimeout(() => this.#startAnew(), AGAIN_AFTER);
    }
  }

  #isNewer(alert) {
    return alert.revision > (this.alerts.get(alert.id)?.revision ?? 0);
  }

  #keep(alert) {
    this.alerts.set(alert.id, alert);
    return alert.id;
  }

  #drop(ids) {
    ids.forEach(id => this.alerts.delete(id));
    this.#touch('alerts', ids);
  }

  #connected(state) {
    if (this.connection.lost && !state.lost) {
      const standing = [...this.alerts.values()].filter(stands);
      // Not all walls at once: they all came back in the same moment.
      setTimeout(() => this.#catchUp(standing).catch(reportError), Math.random() * CAUGHT_UP_WITHIN);
    }
    this.connection = {...this.connection, ...state};
    this.#topics.tell('connection', this.connection);
  }

  /**
   * The stream brings the alerts that were missed, but neither coverage nor the registry, nor what is gone that
   * stood before if the server itself was away.
   */
  async #catchUp(stood) {
    const [{alerts, coverage}] = await Promise.all([get('/api/live'), loadPlaces(), loadRuleNames()]);
    const there = new Set(alerts.map(({id}) => id));
    this.#drop(stood.filter(alert => this.alerts.get(alert.id) === alert && !there.has(alert.id)).map(({id}) => id));
    const newer = coverage.filter(row => row.at >= (this.coverage.get(row.place)?.at ?? 0));
    newer.forEach(row => this.coverage.set(row.place, row));
    this.#touch('coverage', newer.map(row => row.place));
  }

  #touch(topic, keys) {
    const touched = this.#touched.get(topic) ?? new Set();
    keys.forEach(key => touched.add(key));
    this.#touched.set(topic, touched);
    if (touched.size > 0 && this.#timer === 0) {
      this.#frame = requestAnimationFrame(() => this.#tell());
      // A page that nobody looks at has no frames, but must sound its alerts.
      this.#timer = setTimeout(() => this.#tell(), FRAME_AT_MOST);
    }
  }

  #tell() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#timer = 0;
    const touched = this.#touched;
    this.#touched = new Map();
    touched.forEach((keys, topic) => keys.size > 0 && this.#topics.tell(topic, keys));
  }

  /** Lets go of what ended more than an hour ago. */
  forget() {
    const kept = now() - ENDED_KEPT;
    const gone = [...this.alerts.values()].filter(
      alert => !stands(alert) && (alert.changedAt ?? alert.closedAt ?? alert.clearedAt ?? 0) < kept);
    gone.forEach(({id}) => this.alerts.delete(id));
    this.#touch('alerts', gone.map(({id}) => id));
  }
}

export const live = new Live();

setInterval(() => live.forget(), 60_000);
