/** Updates of open pages, as server-sent events. */
import { renderLog } from './document.js';
import type { PageView } from './view.js';

/** Time between two updates in milliseconds, in real time: a manual clock may stand still. */
const INTERVAL_MS = 500;

/** Number of intervals between two comments that keep a connection open. */
const HEARTBEAT = 30;

/** Number of intervals after which a reader that does not read is disconnected. */
const MAX_STALLED = 120;

/** Maximum number of readers. */
export const MAX_READERS = 100;

/** Number of bytes that wait for a reader. An update that finds more is skipped: the next one contains it. */
const MAX_WAITING_BYTES = 65_536;

/** Sends the changes of a page to its readers. */
export interface LiveUpdates {
  /** Number of readers. */
  readonly readers: number;
  /**
   * Opens the events of a page, from an offset of its log. Undefined if there is no page at the path.
   *
   * @throws TooManyReadersError if there are `MAX_READERS` readers
   */
  open(path: string, offset: number, signal: AbortSignal): ReadableStream<Uint8Array> | undefined;
  /** Sends changes now instead of at the next interval. */
  update(): void;
  /** Ends all streams. */
  close(): void;
}

/** There are too many readers. */
export class TooManyReadersError extends Error {}

/** Calls a function at an interval. @returns a function that ends it. */
export type Repeat = (run: () => void, ms: number) => () => void;

interface Reader {
  readonly path: string;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** Parts as the reader has them. */
  readonly sent: Map<string, string>;
  title: string;
  order: string;
  offset: number;
  stalled: number;
}

const repeatInRealTime: Repeat = (run, ms) => {
  const timer = setInterval(run, ms).unref();
  return () => clearInterval(timer);
};

const encoder = new TextEncoder();

function sendEvent({ controller }: Reader, event: string, data: object): void {
  controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
}

/** Sends what has changed since the last update. */
function sendChanges(reader: Reader, { title, parts, log }: PageView): void {
  const changed = [...parts].filter(([id, text]) => reader.sent.get(id) !== text);
  const order = JSON.stringify([...parts.keys()]);
  if (changed.length > 0 || order !== reader.order || title !== reader.title) {
    for (const id of reader.sent.keys()) if (!parts.has(id)) reader.sent.delete(id);
    for (const [id, text] of changed) reader.sent.set(id, text);
    Object.assign(reader, { order, title });
    sendEvent(reader, 'view', { title, order: [...parts.keys()], parts: Object.fromEntries(changed) });
  }
  if (log === undefined) return;
  // A log that is shorter is another one: the sandbox was reset.
  const from = reader.offset <= log.length ? reader.offset : 0;
  if (from === log.length && from === reader.offset) return;
  reader.offset = log.length;
  sendEvent(reader, 'log', { from, to: log.length, html: renderLog(log.slice(from)) });
}

/** Returns whether a reader has read enough of what was sent to receive more. */
const isReady = ({ controller }: Reader): boolean => (controller.desiredSize ?? 0) > 0;

/** Creates the updates of a sandbox's pages. No timer runs without readers. */
export function createLiveUpdates(
  view: (path: string) => PageView | undefined,
  repeat: Repeat = repeatInRealTime,
): LiveUpdates {
  const readers = new Set<Reader>();
  let stop: (() => void) | undefined;
  let intervals = 0;

  function remove(reader: Reader): boolean {
    const isOpen = readers.delete(reader);
    if (readers.size === 0) {
      stop?.();
      stop = undefined;
    }
    return isOpen;
  }

  function end(reader: Reader): void {
    if (remove(reader)) reader.controller.close();
  }

  /** Ends a stream immediately: its reader does not receive what waits for it. */
  function fail(reader: Reader, reason: unknown): void {
    if (remove(reader)) reader.controller.error(reason);
  }

  /** Returns the page at a path, or undefined if it no longer exists or the state is broken: a new request reports the error. */
  function tryView(path: string): PageView | undefined {
    try {
      return view(path);
    } catch {
      return undefined;
    }
  }

  function update(): void {
    const views = new Map<string, PageView | undefined>();
    for (const reader of [...readers].filter(isReady)) {
      const { path } = reader;
      if (!views.has(path)) views.set(path, tryView(path));
      const current = views.get(path);
      if (current) sendChanges(reader, current);
      else end(reader);
    }
  }

  /** Keeps connections open, disconnects readers that have not read for long, and sends changes. */
  function runInterval(): void {
    intervals += 1;
    for (const reader of [...readers]) {
      reader.stalled = isReady(reader) ? 0 : reader.stalled + 1;
      if (reader.stalled >= MAX_STALLED) fail(reader, new Error('The reader does not read'));
      else if (intervals % HEARTBEAT === 0 && isReady(reader)) reader.controller.enqueue(encoder.encode(':\n\n'));
    }
    update();
  }

  function start(reader: Reader, signal: AbortSignal): void {
    readers.add(reader);
    stop ??= repeat(runInterval, INTERVAL_MS);
    signal.addEventListener('abort', () => fail(reader, signal.reason), { once: true });
  }

  return {
    get readers() {
      return readers.size;
    },
    open(path, offset, signal) {
      signal.throwIfAborted();
      const first = view(path);
      if (!first) return undefined;
      if (readers.size >= MAX_READERS) throw new TooManyReadersError(`Up to ${MAX_READERS} pages can be open`);
      let reader: Reader | undefined;
      return new ReadableStream<Uint8Array>(
        {
          start(controller) {
            reader = { path, controller, sent: new Map(), title: '', order: '', offset, stalled: 0 };
            start(reader, signal);
            sendChanges(reader, first);
          },
          cancel() {
            if (reader) remove(reader);
          },
        },
        new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING_BYTES }),
      );
    },
    update,
    close() {
      for (const reader of [...readers]) end(reader);
    },
  };
}
