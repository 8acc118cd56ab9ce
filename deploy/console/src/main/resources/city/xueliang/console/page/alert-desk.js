/**
 * What this seat does with an alert, from the press of a key until the city's jobs have done it. Nothing
 * counts as done before the stream brings the revision that says so.
 */
import {post} from './api.js';
import {now} from './clock.js';
import {session} from './session.js';

const LATE_AFTER = 3000;
const DONE_SHOWN = 4000;

/** Whether the alert is as the action makes it. */
const EFFECTS = {
  ACKNOWLEDGE: alert => alert.state !== 'OPEN',
  ON_SITE: alert => alert.state === 'ON_SITE' || Boolean(alert.onSiteAt),
  CLOSE: alert => alert.state === 'CLOSED',
  SHELVE: (alert, {until}) => alert.shelvedUntil === until,
  UNSHELVE: alert => !alert.shelvedUntil,
  SILENCE: alert => Boolean(alert.silencedBy),
};

export class AlertDesk {
  /**
   * The newest action: {action, phase, words, reason, seat}; null if there is none to speak of. Phases: SENDING;
   * SENT, the broker has it; LATE, no effect was seen yet; DONE; OVERTAKEN, another seat did it; REFUSED.
   */
  newest = null;

  #changed;
  #early = [];
  #timer = 0;

  /** @param {() => void} changed called when the newest action has changed */
  constructor(changed) {
    this.#changed = changed;
  }

  get isBusy() {
    return ['SENDING', 'SENT', 'LATE'].includes(this.newest?.phase);
  }

  /** Works the alert: act(alert, 'CLOSE', {reason: 'HANDLED'}). */
  act(alert, action, terms = {}) {
    const path = `/api/alerts/${encodeURIComponent(alert.id)}/actions`;
    return this.#send(alert, action, terms, () => post(path, {action, revision: alert.revision, ...terms}));
  }

  /** Holds back what is like it. @param {object} request SilenceRequest of openapi.yaml */
  silence(alert, request) {
    return this.#send(alert, 'SILENCE', {}, () => post('/api/silences', request));
  }

  /** The alert as the stream has it now. */
  sees(alert) {
    const {action, revision, terms} = this.newest ?? {};
    if (this.isBusy && alert.revision > revision && EFFECTS[action](alert, terms)) {
      const overtaken = action !== 'SILENCE' && alert.seat && alert.seat !== session.seat;
      this.#become(overtaken ? 'OVERTAKEN' : 'DONE', {seat: alert.seat});
    }
  }

  /** The jobs did not do it. @param {object} refusal Refusal of openapi.yaml */
  refused(refusal) {
    if (this.newest?.actionId === refusal.actionId) {
      this.#become('REFUSED', {reason: refusal.reason, words: refusal.detail});
    } else if (this.newest?.phase === 'SENDING') {
      // It can come before the answer that tells the action's id.
      this.#early.push(refusal);
    }
  }

  /** Another alert is worked from now on, or the reader has read what was said. */
  forget() {
    clearTimeout(this.#timer);
    this.newest = null;
    this.#changed();
  }

  async #send(alert, action, terms, send) {
    if (this.isBusy) {
      return;
    }
    const mine = {alert: alert.id, action, terms, revision: alert.revision, at: now()};
    this.newest = mine;
    this.#early = [];
    this.#become('SENDING');
    try {
      const answer = await send();
      if (this.newest === mine || this.newest?.at === mine.at) {
        this.newest.actionId = answer?.actionId ?? answer?.silenceId;
        this.isBusy && this.#become('SENT');
        this.#early.forEach(refusal => this.refused(refusal));
      }
    } catch (failure) {
      if (this.newest?.at === mine.at && this.isBusy) {
        this.#become('REFUSED', {reason: failure.reason, words: failure.message});
      }
    }
  }

  #become(phase, more = {}) {
    clearTimeout(this.#timer);
    this.newest = {...this.newest, phase, ...more};
    if (phase === 'SENDING' || phase === 'SENT') {
      this.#timer = setTimeout(() => this.#become('LATE'), LATE_AFTER);
    } else if (phase === 'DONE') {
      this.#timer = setTimeout(() => this.forget(), DONE_SHOWN);
    }
    this.#changed();
  }
}
