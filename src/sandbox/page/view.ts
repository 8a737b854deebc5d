/** Data of a page. */
import type { SandboxClock } from '../clock.js';
import type { ListedFault } from '../faults.js';
import type { State } from '../state.js';
import { html, type Html } from './html.js';

/** The data that a page shows. */
export interface PageSource {
  readonly state: State;
  readonly now: number;
  readonly clock: SandboxClock;
  readonly faults: readonly ListedFault[];
}

/** A page at a given time. */
export interface PageView {
  readonly title: string;
  /** Elements by their ID, in the order of the page. A page in a browser replaces those that change. */
  readonly parts: ReadonlyMap<string, string>;
  /** Log of a build; undefined if the page shows none. Grows, and never changes otherwise. */
  readonly log: string | undefined;
}

/** A request that a button of the page sends. */
interface Action {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly label: string;
  /** Object of the label, for the accessible name. */
  readonly of?: string;
  /** Read out when the request has succeeded. */
  readonly done: string;
  readonly style?: 'primary' | 'danger';
  readonly disabled?: boolean;
  /** Other controls of the form. Their values become members of the body. */
  readonly fields?: Html;
}

/** Returns a form that sends a request. Hidden without JavaScript. */
export const actionForm = ({ method, path, body = {}, label, of, done, style, disabled, fields }: Action): Html =>
  html`<form
    class="action"
    action="${path}"
    data-method="${method}"
    data-body="${JSON.stringify(body)}"
    data-done="${done}"
  >
    ${fields}<button ${style !== undefined && html`class="${style}"`} ${disabled === true && html` disabled`}>
      ${label}${of !== undefined && html`<span class="hidden"> ${of}</span>`}
    </button>
  </form>`;

/** Returns the path of a build's page. */
export const buildPath = (recordId: string): string => `/_sandbox/builds/${encodeURIComponent(recordId)}`;
