/**
 * Runs in the page of the sandbox: keeps it up to date and sends the requests of its buttons. Served as it is, within the page.
 *
 * @typedef {{ title: string; order: string[]; parts: Record<string, string> }} ViewEvent
 * @typedef {{ from: number; to: number; html: string }} LogEvent
 */

/** Time between two attempts to connect in milliseconds. */
const RETRY_MS = 2000;

/** Distance from the end of the log in pixels within which it follows new lines. */
const NEAR_END = 24;

/**
 * Returns an element of the page. @throws Error if it does not exist.
 *
 * @param {string} id
 */
function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} does not exist`);
  return element;
}

const live = byId('live');
const connection = byId('connection');
const message = byId('message');
const done = byId('done');
const log = document.getElementById('log');
const follow = document.getElementById('follow');

/**
 * Parses one element.
 *
 * @param {string} html
 */
function parseElement(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  return /** @type {Element} */ (template.content.firstElementChild);
}

/** @param {Node} node */
const idOf = (node) => (node instanceof Element ? node.id : '');

/**
 * Changes a node into another one and keeps what is the same, so that focus, selection and choices stay.
 *
 * @param {Node} old
 * @param {Node} next
 */
function morph(old, next) {
  if (old.nodeName !== next.nodeName || idOf(old) !== idOf(next)) {
    old.parentNode?.replaceChild(next, old);
    return;
  }
  if (!(old instanceof Element && next instanceof Element)) {
    if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  morphChildren(old, [...next.childNodes]);
}

/**
 * Changes the children of an element. Those with an ID are found by it, the others by their position.
 *
 * @param {Element} parent
 * @param {Node[]} nodes
 */
function morphChildren(parent, nodes) {
  for (const [index, next] of nodes.entries()) {
    const at = parent.childNodes[index];
    const id = idOf(next);
    const known = id === '' ? undefined : [...parent.children].find((child) => child.id === id);
    if (known && known !== at) parent.insertBefore(known, at ?? null);
    const old = known ?? at;
    if (!old) parent.append(next);
    else if (!known && (id !== '' || idOf(old) !== '')) parent.insertBefore(next, old);
    else morph(old, next);
  }
  while (parent.childNodes.length > nodes.length) parent.lastChild?.remove();
}

/** @param {ViewEvent} event */
function showView({ title, order, parts }) {
  document.title = title;
  const known = new Map([...live.children].map((element) => [element.id, element]));
  const elements = order.map((id) => {
    const html = parts[id];
    return html === undefined ? known.get(id) : parseElement(html);
  });
  for (const [index, element] of elements.entries()) {
    if (!element) continue;
    const old = known.get(element.id) ?? element;
    const at = live.children[index];
    if (at !== old) live.insertBefore(old, at ?? null);
    if (old !== element) morph(old, element);
  }
  for (const [id, element] of known) if (!order.includes(id)) element.remove();
}

/** @param {HTMLElement} element */
const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }) => scrollTop + clientHeight > scrollHeight - NEAR_END;

/** @param {HTMLElement} element */
const scrollToEnd = (element) => element.scrollTo({ top: element.scrollHeight });

/** @param {LogEvent} event */
function showLog({ from, to, html }) {
  if (!log) return;
  const follows = isAtEnd(log);
  if (from === 0) log.replaceChildren();
  log.insertAdjacentHTML('beforeend', html);
  log.dataset['offset'] = String(to);
  if (follows) scrollToEnd(log);
}

if (log && follow) {
  scrollToEnd(log);
  log.addEventListener('scroll', () => (follow.hidden = isAtEnd(log)));
  follow.addEventListener('click', () => {
    scrollToEnd(log);
    log.focus({ preventScroll: true });
  });
}

/** @type {EventSource | undefined} */
let events;
/** @type {number | undefined} */
let retry;

/**
 * Parses JSON.
 *
 * @param {unknown} text
 * @returns {unknown}
 */
const parse = (text) => JSON.parse(String(text));

/**
 * Shows whether the page is up to date.
 *
 * @param {string} state
 * @param {string} text
 */
function showConnection(state, text) {
  connection.dataset['state'] = state;
  if (connection.textContent !== text) connection.textContent = text;
}

function disconnect() {
  events?.close();
  events = undefined;
  clearTimeout(retry);
  retry = undefined;
}

/** Connects unless the tab is hidden: a browser has few connections per server. */
function connect() {
  disconnect();
  if (document.hidden) return;
  const offset = log?.dataset['offset'];
  const source = new EventSource(
    `${document.body.dataset['events'] ?? ''}${offset === undefined ? '' : `?offset=${offset}`}`,
  );
  events = source;
  source.addEventListener('open', () => showConnection('live', 'Live'));
  source.addEventListener('view', ({ data }) => showView(/** @type {ViewEvent} */ (parse(data))));
  source.addEventListener('log', ({ data }) => showLog(/** @type {LogEvent} */ (parse(data))));
  source.addEventListener('error', () => {
    disconnect();
    showConnection('lost', 'Not connected');
    retry = setTimeout(connect, RETRY_MS);
  });
}

document.addEventListener('visibilitychange', connect);
addEventListener('pagehide', disconnect);
addEventListener('pageshow', ({ persisted }) => persisted && connect());
connect();

/**
 * Returns the body of a form's request.
 *
 * @param {HTMLFormElement} form
 */
function bodyOf(form) {
  const chosen = [...new FormData(form)].filter(([, value]) => value !== '');
  return JSON.stringify({
    .../** @type {object} */ (parse(form.dataset['body'] ?? '{}')),
    ...Object.fromEntries(chosen),
  });
}

/**
 * Sends the request of a form. @throws Error that describes why it failed.
 *
 * @param {HTMLFormElement} form
 */
async function send(form) {
  const response = await fetch(form.getAttribute('action') ?? '', {
    method: form.dataset['method'] ?? 'POST',
    headers: { 'content-type': 'application/json' },
    body: bodyOf(form),
  }).catch(() => {
    throw new Error('The sandbox cannot be reached');
  });
  if (response.ok) return;
  /** @type {unknown} */
  const body = await response.json().catch(() => undefined);
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  throw new Error(typeof error === 'string' ? error : `The sandbox responded with ${response.status}`);
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  const button = form.querySelector('button');
  if (button?.ariaBusy === 'true') return;
  message.hidden = true;
  done.textContent = '';
  if (button) button.ariaBusy = 'true';
  const name = form.dataset['done'] ?? '';
  send(form)
    .then(() => (done.textContent = name))
    .catch((/** @type {unknown} */ error) => {
      message.textContent = error instanceof Error ? error.message : String(error);
      message.hidden = false;
    })
    .finally(() => {
      if (button) button.ariaBusy = null;
    });
});
