import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startHttpServer } from '../../src/sandbox/http-server.js';
import { createLiveUpdates, MAX_READERS, type LiveUpdates } from '../../src/sandbox/page/live.js';
import type { PageView } from '../../src/sandbox/page/view.js';
import { createStillSandbox } from '../support/sandbox-requests.js';
import { openSocket } from '../support/sandbox-socket.js';

/** Updates of a page that a test changes, at intervals that it runs. */
function createTestUpdates() {
  let view: PageView | undefined = { title: 't', parts: new Map([['a', '<p id="a"></p>']]), log: '' };
  let run: (() => void) | undefined;
  const live = createLiveUpdates(
    () => {
      if (!view) return undefined;
      if (view.title === 'broken') throw new Error('broken state');
      return view;
    },
    (next) => {
      run = next;
      return () => (run = undefined);
    },
  );
  return {
    live,
    change: (next: Partial<PageView> | undefined) => (view = next && view && { ...view, ...next }),
    interval: (times = 1) => {
      for (let time = 0; time < times; time += 1) run?.();
    },
    isRunning: () => run !== undefined,
  };
}

interface Received {
  event: string;
  data: Record<string, unknown>;
}

const never = new AbortController().signal;

/** Opens the events of a page. Returns a function that reads the next events or comments; undefined at the end. */
function open(live: LiveUpdates, offset = 0, signal = never) {
  const reader = live.open('/', offset, signal)!.getReader();
  const decoder = new TextDecoder();
  const read = async (): Promise<string | undefined> => {
    const { value, done } = await reader.read();
    return done ? undefined : decoder.decode(value);
  };
  const next = async (): Promise<Received> => {
    const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)\n\n$/.exec((await read()) ?? '') ?? [];
    return { event, data: JSON.parse(data) as Record<string, unknown> };
  };
  return { reader, read, next };
}

describe('the updates of a page', () => {
  test('send all parts first, then those that change, and the order', async () => {
    const { live, change, interval } = createTestUpdates();
    const { next } = open(live);
    const first = { title: 't', order: ['a'], parts: { a: '<p id="a"></p>' } };
    expect(await next()).toEqual({ event: 'view', data: first });
    interval(2);
    change({ parts: new Map([...['b', 'a'].map((id) => [id, `<p id="${id}"></p>`] as const)]) });
    interval();
    expect((await next()).data).toEqual({ title: 't', order: ['b', 'a'], parts: { b: '<p id="b"></p>' } });
    change({ parts: new Map([['b', '<p id="b">1</p>']]), title: 'u' });
    live.update();
    expect((await next()).data).toEqual({ title: 'u', order: ['b'], parts: { b: '<p id="b">1</p>' } });
  });

  test('send the part of a log that the reader lacks, as HTML', async () => {
    const { live, change, interval } = createTestUpdates();
    change({ log: 'first\n' });
    const { next } = open(live, 6);
    await next();
    change({ log: 'first\n<b>\n[ERROR] x\n' });
    interval(2);
    expect(await next()).toEqual({
      event: 'log',
      data: { from: 6, to: 20, html: '<div>&lt;b&gt;</div><div class="error">[ERROR] x</div>' },
    });
    change({ log: 'other\n' });
    interval();
    expect((await next()).data).toMatchObject({ from: 0, to: 6 });
  });

  test('run no timer without readers, and forget a reader that cancels, aborts or is ended', async () => {
    const { live, isRunning } = createTestUpdates();
    expect(isRunning()).toBe(false);
    const controller = new AbortController();
    const readers = [open(live), open(live, 0, controller.signal), open(live)] as const;
    expect([live.readers, isRunning()]).toEqual([3, true]);
    await readers[0].reader.cancel();
    controller.abort(new Error('gone'));
    await expect(readers[1].read()).rejects.toThrow('gone');
    expect([live.readers, isRunning()]).toEqual([1, true]);
    live.close();
    await readers[2].read();
    expect(await readers[2].read()).toBeUndefined();
    expect([live.readers, isRunning()]).toEqual([0, false]);
    controller.abort();
    open(live);
    expect([live.readers, isRunning()]).toEqual([1, true]);
    expect(() => live.open('/', 0, AbortSignal.abort(new Error('gone')))).toThrow('gone');
    expect(live.readers).toBe(1);
  });

  test('send a comment every 30 intervals', async () => {
    const { live, interval } = createTestUpdates();
    const { read } = open(live);
    await read();
    interval(60);
    expect([await read(), await read()]).toEqual([':\n\n', ':\n\n']);
  });

  test('keep little for a reader that does not read, then the newest state; and disconnect it in the end', async () => {
    const { live, change, interval } = createTestUpdates();
    const { reader, read, next } = open(live);
    await read();
    const text = (number: number): string => `<p id="a">${number} ${'x'.repeat(10_000)}</p>`;
    for (let number = 0; number < 100; number += 1) {
      change({ parts: new Map([['a', text(number)]]) });
      interval();
    }
    let bytes = 0;
    let last: Received | undefined;
    for (let count = 0; count < 7; count += 1) {
      last = await next();
      bytes += JSON.stringify(last).length;
    }
    expect(bytes).toBeLessThan(80_000);
    interval();
    last = await next();
    expect(last.data['parts']).toEqual({ a: text(99) });
    change({ parts: new Map([['a', `<p id="a">${'x'.repeat(100_000)}</p>`]]) });
    interval(121);
    expect(live.readers).toBe(0);
    await expect(reader.read()).rejects.toThrow('The reader does not read');
  });

  test('end if the page no longer exists or cannot be rendered', async () => {
    for (const next of [undefined, { title: 'broken' }]) {
      const { live, change, interval, isRunning } = createTestUpdates();
      const { read } = open(live);
      await read();
      change(next);
      interval();
      expect(await read()).toBeUndefined();
      expect([live.readers, isRunning()]).toEqual([0, false]);
      if (next) expect(() => live.open('/', 0, never)).toThrow('broken state');
      else expect(live.open('/', 0, never)).toBeUndefined();
    }
  });
});

/** Time that a busy machine may need. */
const patience = { timeout: 20_000 };

/** Opens the events of a sandbox on a socket of its own. Everything that is received is collected. */
async function openEvents(url: string, headers = '', path = '/_sandbox/events') {
  const socket: Socket = openSocket(url);
  onTestFinished(() => void socket.destroy());
  const state = { received: '', isClosed: false };
  socket.setEncoding('utf8').on('data', (chunk: string) => (state.received += chunk));
  socket.on('error', () => undefined).on('close', () => (state.isClosed = true));
  socket.write(`GET ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\n${headers}\r\n`);
  await expect.poll(() => state.received, patience).toContain('\r\n\r\n');
  return { socket, state, status: Number(state.received.split(' ')[1]) };
}

describe('the events over HTTP', { timeout: 60_000 }, () => {
  const listen = async () => {
    const sandbox = createStillSandbox();
    return { sandbox, url: await sandbox.listen() };
  };

  test('are a stream that no page of another origin can read', async () => {
    const { sandbox, url } = await listen();
    const { state, status } = await openEvents(url);
    expect(status).toBe(200);
    expect(state.received).toMatch(/content-type: text\/event-stream/i);
    expect(state.received).toMatch(/content-security-policy: default-src 'none'/i);
    await expect.poll(() => state.received, patience).toContain('event: view\ndata: {"title":"CodeArts Build sandbox"');
    sandbox.faults.add({ kind: 'reset' });
    await expect.poll(() => state.received, patience).toContain('1 fault in force');
    for (const headers of ['origin: https://attacker.example.com\r\n', 'sec-fetch-site: cross-site\r\n']) {
      expect((await openEvents(url, headers)).status).toBe(403);
    }
    const rebound = await fetch(`${url}/_sandbox/events`, { headers: { 'sec-fetch-site': 'same-site' } });
    expect(rebound.status).toBe(403);
  });

  test.each([
    ['/_sandbox/builds/none/events', 404],
    ['/_sandbox/builds/%/events', 404],
    ['/_sandbox/events?offset=-1', 400],
    ['/_sandbox/events?offset=x', 400],
    ['/_sandbox/events/more', 404],
  ])('%s: %d', async (path, status) => {
    const { url } = await listen();
    expect((await fetch(`${url}${path}`)).status).toBe(status);
  });

  test('have 100 readers, refuse the next one, and accept it when one disconnects', async () => {
    const { sandbox, url } = await listen();
    const readers = await Promise.all(Array.from({ length: MAX_READERS }, () => openEvents(url)));
    expect(new Set(readers.map(({ status }) => status))).toEqual(new Set([200]));
    const refused = await fetch(`${url}/_sandbox/events`);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toEqual({ error: 'Up to 100 pages can be open' });
    sandbox.faults.add({ kind: 'reset' });
    for (const { state } of readers) await expect.poll(() => state.received, patience).toContain('1 fault in force');
    // Without a goodbye, in the middle of the stream.
    readers[0]!.socket.resetAndDestroy();
    readers[1]!.socket.destroy();
    await expect
      .poll(async () => {
        const { status, socket } = await openEvents(url);
        if (status !== 200) socket.destroy();
        return status;
      }, patience)
      .toBe(200);
    expect((await fetch(url)).status).toBe(200);
  });

  test('end when the sandbox closes, over HTTP and in process, and start again when it listens again', async () => {
    const { sandbox, url } = await listen();
    const { state } = await openEvents(url);
    const inProcess = await sandbox.fetch('http://sandbox/_sandbox/events');
    await sandbox.close();
    expect(await inProcess.text()).toContain('event: view');
    await expect.poll(() => state.isClosed, patience).toBe(true);
    const { status } = await openEvents(await sandbox.listen());
    expect(status).toBe(200);
  });

  test('close the connection of a client that does not read', async () => {
    let fail: ((reason: Error) => void) | undefined;
    let signal: AbortSignal | undefined;
    const chunks = new ReadableStream<Uint8Array>({
      start: (controller) => (fail = (reason) => controller.error(reason)),
      // Pulled for as long as the client reads.
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    });
    const server = await startHttpServer(0, '127.0.0.1', (request) => {
      ({ signal } = request);
      return Promise.resolve({
        status: 200,
        headers: new Headers(),
        body: undefined,
        delivery: { kind: 'stream', chunks },
      });
    });
    onTestFinished(() => server.close());
    const { socket } = await openEvents(server.url);
    socket.pause();
    expect(signal!.aborted).toBe(false);
    fail!(new Error('The reader does not read'));
    await expect.poll(() => signal!.aborted, patience).toBe(true);
  });

  test('in process, end with the signal of the request', async () => {
    const sandbox = createStillSandbox();
    const controller = new AbortController();
    const { body } = await sandbox.fetch('http://sandbox/_sandbox/events', { signal: controller.signal });
    const reader = body!.getReader();
    await reader.read();
    controller.abort();
    await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('do not advance a manual clock, and do not wait for it', async () => {
    const { sandbox, url } = await listen();
    const before = sandbox.clock.now();
    const { state } = await openEvents(url);
    for (let turn = 0; turn < 10; turn += 1) await nextTurn();
    expect([sandbox.clock.now(), sandbox.clock.sleepers]).toEqual([before, 0]);
    await sandbox.clock.advance(60_000);
    await expect.poll(() => state.received, patience).toContain('11:01:00 GMT+08:00');
  });
});
