import {css, html, nothing} from '/lib/lit/index.js';
import {repeat} from '/lib/lit/directives/repeat.js';
import {moment} from './format.js';
import {PageElement} from './page-element.js';
import {alertPath, route} from './router.js';
import {shared} from './shared-styles.js';
import {text, word} from './texts.js';

/** What happened to an alert, the newest first: <alert-timeline .steps=${AlertDetail.timeline}>. */
class AlertTimeline extends PageElement {
  static properties = {steps: {attribute: false}};

  static styles = [shared, css`
    :host {
      display: block;
    }
    li {
      display: grid;
      grid-template-columns: 8.5rem minmax(0, 1fr);
      gap: 0 var(--space-3);
      padding: var(--space-1) 0;
      border-bottom: 1px solid var(--line);
    }
    time {
      color: var(--muted);
      white-space: nowrap;
    }
    .seat {
      color: var(--muted);
      white-space: nowrap;
    }
    .ESCALATED {
      color: var(--bad);
    }
  `];

  render() {
    const steps = [...(this.steps ?? [])].reverse();
    return html`<ol>${repeat(steps, ({step, revision, at}) => `${step} ${revision} ${at}`, step => html`<li>
      <time datetime=${new Date(step.at).toISOString()}>${moment(step.at)}</time>
      <span><span class=${step.step}>${text(`alert.step.${step.step}`, detailWords(step))}</span>
        ${step.step === 'INHIBITED' && step.detail && step.detail !== 'hidden'
          ? html`<a href=${alertPath(step.detail, route().params.get('place'))}>${text('alert.open-other')}</a>` : nothing}
        ${step.seat ? html`<span class="seat">${step.seat}</span>` : nothing}</span>
    </li>`)}</ol>`;
  }
}

function detailWords({step, detail}) {
  if (detail === undefined) {
    return '';
  }
  switch (step) {
    case 'ESCALATED':
    case 'OPENED':
      return word('commandlevel', detail);
    case 'COLOUR_CHANGED':
      return word('colour', detail);
    case 'CLOSED':
      return word('alert.reason', detail);
    case 'SHELVED':
      return moment(Number(detail));
    default:
      return detail === 'hidden' ? text('alert.hidden') : detail;
  }
}

customElements.define('alert-timeline', AlertTimeline);
