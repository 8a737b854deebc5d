import { getEventListeners } from 'node:events';
import { gzipSync } from 'node:zlib';
import fc from '../support/properties.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createDownload } from '../../src/files/download.js';
import type { TransferProgress } from '../../src/index.js';
import { createTestClient } from '../support/client.js';
import { json, raw, startFaultServer, type Responder } from '../support/fault-server.js';
import { holdTimers } from '../support/timers.js';

const record_id = '2cc26382-b2cb-4234-8eb0-b37d362f4d4c';
const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);

describe('a download', () => {
  test.each(['application/octet-stream', 'text/plain', 'application/x-zip-compressed', undefined])(
    'is byte-exact with the content type %s',
    async (type) => {
      const server = await startFaultServer(raw(200, bytes, type ? { 'content-type': type } : {}));
      const { build } = createTestClient(server.url);
      const download = await build.downloadBuildFullLog({ record_id });
      expect(download.contentType).toBe(type);
      expect(Buffer.compare(await download.bytes(), bytes)).toBe(0);
    },
  );

  test('of JSON without an error is a download too', async () => {
    const text = '{"keystore": "yes", "n": 12345678901234567890}';
    const server = await startFaultServer(raw(200, text, { 'content-type': 'application/json' }));
    const { build } = createTestClient(server.url);
    expect(await (await build.downloadBuildFullLog({ record_id })).text()).toBe(text);
  });

  test('whose body contains an error is an ApiError, with any status', async () => {
    const server = await startFaultServer(
      json(422, { error_code: 'DEVCB.00031006', error_msg: 'no' }),
      json(200, { error_code: 'CB.00060101', error_msg: 'no' }),
    );
    const { build } = createTestClient(server.url);
    await expect(build.downloadBuildFullLog({ record_id })).rejects.toMatchObject({
      status: 422,
      code: 'DEVCB.00031006',
    });
    await expect(build.downloadBuildFullLog({ record_id })).rejects.toMatchObject({ status: 200, code: 'CB.00060101' });
  });

  test('is a ResponseFormatError if it is a web page, such as one about maintenance', async () => {
    const type = { 'content-type': 'text/html;charset=utf-8' };
    const page = `\n<!DOCTYPE html><html><title>Maintenance</title>${'x'.repeat(100_000)}`;
    const server = await startFaultServer(raw(200, page, type), raw(200, '<html>', type), raw(200, '<b>log</b>', type));
    const { build } = createTestClient(server.url, { maxRetries: 0 });
    for (const _ of ['a long page', 'a short page']) {
      await expect(build.downloadBuildFullLog({ record_id })).rejects.toMatchObject({
        name: 'ResponseFormatError',
        message: expect.stringContaining('a web page') as string,
      });
    }
    const log = await build.downloadBuildFullLog({ record_id });
    expect(await log.text()).toBe('<b>log</b>');
  });

  test.each([
    ['attachment; filename="build.log"', 'build.log'],
    ['attachment; filename*=UTF-8\'\'%E6%9E%84%E5%BB%BA.log; filename="x"', '构建.log'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename=a\\b.txt', 'b.txt'],
    ['attachment; filename=".."', undefined],
    ["attachment; filename*=UTF-8''%E6%9; filename=plain.log", 'plain.log'],
    ['inline', undefined],
    // Parameters are split before they are read.
    ['attachment; xfilename=evil.sh; filename=build.log', 'build.log'],
    ['attachment; note="filename=evil.sh"; filename=build.log', 'build.log'],
    ['attachment; note="a; filename=evil.sh"; filename="build.log"', 'build.log'],
    ['attachment;FILENAME = "build.log" ; size=3', 'build.log'],
    ['attachment; filename="a \\"b\\".log"', 'a _b_.log'],
    // Character sets.
    ["attachment; filename*=ISO-8859-1''%E4rger.log", 'ärger.log'],
    ["attachment; filename*=gbk''%B9%B9%BD%A8.log", '构建.log'],
    ["attachment; filename*=klingon''x.log; filename=plain.log", 'plain.log'],
    ['attachment; filename="构建.log"', '构建.log'],
    // Unsafe names.
    ['attachment; filename=". ./.bashrc"', 'bashrc'],
    ['attachment; filename=". .bashrc"', 'bashrc'],
    ['attachment; filename="C:\\\\x\\\\y.txt"', 'y.txt'],
    ['attachment; filename="y.txt:stream"', 'y.txt_stream'],
    ['attachment; filename="a<b>|?*.log"', 'a_b____.log'],
    ['attachment; filename="build.log. . "', 'build.log'],
    ["attachment; filename*=UTF-8''a%00b%0D%0A%E2%80%AEgol.exe", 'abgol.exe'],
    ['attachment; filename=NUL', undefined],
    ['attachment; filename=com1.log', undefined],
    ["attachment; filename*=UTF-8''LPT%C2%B9.txt", undefined],
    ['attachment; filename="con .log"', undefined],
    [`attachment; filename="${'x'.repeat(400)}.log"`, `${'x'.repeat(251)}.log`],
    [`attachment; filename="${'构'.repeat(100)}.log"`, `${'构'.repeat(83)}.log`],
  ])('with Content-Disposition %s is named %s', async (header, name) => {
    const server = await startFaultServer((response) => {
      response.writeHead(200, { 'content-disposition': Buffer.from(header).toString('latin1') });
      response.end('x');
    });
    const { build } = createTestClient(server.url);
    expect((await build.downloadBuildFullLog({ record_id })).fileName).toBe(name);
  });

  test('has a name that is safe, or none, whatever Content-Disposition says', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('filename=', 'filename="', "filename*=UTF-8''", "filename*=gbk''", 'filename*='),
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(...' ."\\/:;%.\u00b9'),
            fc.nat(255).map((code) => String.fromCharCode(code)),
          ),
        }),
        (parameter, value) => {
          const headers = new Headers({
            'content-disposition': `attachment; ${parameter}${value.replace(/[\0\r\n]/g, '')}`,
          });
          const { fileName } = createDownload(new Response('', { headers }));
          if (fileName === undefined) return;
          expect(fileName).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\p{Cs}]|^[.\s]|[.\s]$|^$/u);
          expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(255);
        },
      ),
    ));

  test('has its size, unless it was compressed', async () => {
    const server = await startFaultServer(
      raw(200, 'abc', { 'content-length': '3', 'content-type': 'text/plain' }),
      raw(200, gzipSync('abc'), { 'content-encoding': 'gzip', 'content-type': 'text/plain' }),
    );
    const { build } = createTestClient(server.url);
    expect(await build.downloadBuildFullLog({ record_id })).toMatchObject({ size: 3 });
    const compressed = await build.downloadBuildFullLog({ record_id });
    expect(compressed.size).toBeUndefined();
    expect(await compressed.text()).toBe('abc');
  });

  test('is read line by line', async () => {
    const server = await startFaultServer(raw(200, 'eins\r\nzwei\n\nvier', { 'content-type': 'text/plain' }));
    const { build } = createTestClient(server.url);
    const lines: string[] = [];
    for await (const line of (await build.downloadBuildFullLog({ record_id })).lines()) lines.push(line);
    expect(lines).toEqual(['eins', 'zwei', '', 'vier']);
  });

  test('leaving its lines ends the connection', async () => {
    const endless: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = (): void => {
        if (!response.destroyed) response.write('line\n'.repeat(1_000), more);
      };
      more();
    };
    const server = await startFaultServer(endless);
    const { build } = createTestClient(server.url);
    for await (const _ of (await build.downloadBuildFullLog({ record_id })).lines()) break;
    await expect.poll(() => server.arrivals[0]?.closed).toBe(true);
  });

  test('reports its progress', async () => {
    const server = await startFaultServer(raw(200, bytes, { 'content-length': String(bytes.length) }));
    const { build } = createTestClient(server.url);
    const reported: TransferProgress[] = [];
    const download = await build.downloadBuildFullLog(
      { record_id },
      { onProgress: (progress) => reported.push(progress) },
    );
    await download.bytes();
    expect(reported.at(-1)).toEqual({ bytes: bytes.length, total: bytes.length });
    expect(reported.map((progress) => progress.bytes)).toEqual(
      [...reported.map((progress) => progress.bytes)].sort((a, b) => a - b),
    );
  });

  test('that exceeds deadlineMs fails with a TimeoutError that names it', async () => {
    const drip: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(timer));
    };
    const server = await startFaultServer(drip);
    const { build } = createTestClient(server.url);
    // On a slow machine the deadline may pass before the headers arrive.
    const text = build.downloadBuildFullLog({ record_id }, { deadlineMs: 300 }).then((download) => download.text());
    await expect(text).rejects.toMatchObject({ name: 'TimeoutError', option: 'deadlineMs', limitMs: 300 });
    await expect.poll(() => server.arrivals[0]?.closed).toBe(true);
  });

  test('that stalls fails with a TimeoutError after timeoutMs without a chunk', async () => {
    holdTimers();
    let send = (): void => {};
    const slow: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).flushHeaders();
      send = () => response.write('x');
    };
    const server = await startFaultServer(slow);
    const { build } = createTestClient(server.url, { timeoutMs: 400 });
    const download = await build.downloadBuildFullLog({ record_id });
    const reader = download.body.getReader();
    // A read pulls a chunk in one of the next microtasks.
    const pulled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    for (let chunk = 1; chunk <= 4; chunk += 1) {
      const read = reader.read();
      await pulled();
      vi.advanceTimersByTime(399);
      send();
      expect((await read).value).toEqual(new TextEncoder().encode('x'));
    }
    const error = reader.read().catch((reason: unknown) => reason);
    await pulled();
    vi.advanceTimersByTime(400);
    expect(await error).toMatchObject({ name: 'TimeoutError', option: 'timeoutMs' });
  });

  test('that breaks off fails with a NetworkError', async () => {
    const cut: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' });
      response.write('some', () => response.socket?.resetAndDestroy());
    };
    const server = await startFaultServer(cut);
    const { build } = createTestClient(server.url);
    const download = await build.downloadBuildFullLog({ record_id });
    await expect(download.text()).rejects.toMatchObject({ name: 'NetworkError' });
  });

  test('is aborted in the body with the reason, and leaves no listener', async () => {
    const begun: Responder = (response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write('begin');
    };
    const server = await startFaultServer(begun);
    const { build } = createTestClient(server.url);
    const controller = new AbortController();
    const download = await build.downloadBuildFullLog({ record_id }, { signal: controller.signal });
    const reader = download.body.getReader();
    await reader.read();
    const reason = new Error('enough');
    const next = expect(reader.read()).rejects.toBe(reason);
    controller.abort(reason);
    await next;
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    await expect.poll(() => server.arrivals[0]?.closed).toBe(true);
  });

  test('that was read to its end leaves no listener', async () => {
    const server = await startFaultServer(raw(200, 'x'));
    const { build } = createTestClient(server.url);
    const { signal } = new AbortController();
    await (await build.downloadBuildFullLog({ record_id }, { signal })).text();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('an upload', () => {
  const done = json(200, { result: 'ok', status: 'success' });
  const stream = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(bytes.subarray(0, 10));
        controller.enqueue(bytes.subarray(10));
        controller.close();
      },
    });

  test.each([
    ['a File', () => new File([bytes], 'android.keystore'), 'android.keystore'],
    ['a Blob', () => new Blob([bytes]), 'file'],
    ['bytes', () => bytes, 'file'],
    ['a buffer', () => bytes.buffer, 'file'],
    ['a stream', stream, 'file'],
  ])('of %s is a form with unchanged bytes, signed without them', async (_, file, name) => {
    const server = await startFaultServer(done);
    const { build } = createTestClient(server.url);
    await build.uploadKeystore({ body: { file: file(), privacy: 1, description: 'signs the app' } as never });
    const [arrival] = server.arrivals;
    const form = await new Response(new Uint8Array(arrival!.bytes), {
      headers: { 'content-type': arrival!.headers['content-type']! },
    }).formData();
    const received = form.get('file') as File;
    expect(received.name).toBe(name);
    expect(Buffer.compare(new Uint8Array(await received.arrayBuffer()), bytes)).toBe(0);
    expect(form.get('description')).toBe('signs the app');
    expect(arrival!.headers['x-sdk-content-sha256']).toBe('UNSIGNED-PAYLOAD');
    expect(arrival!.headers.authorization).toContain('x-sdk-content-sha256');
  });

  /** Uploads a file. Returns the reported progress. */
  async function uploadAndWatch(url: string): Promise<TransferProgress[]> {
    const { build } = createTestClient(url);
    const reported: TransferProgress[] = [];
    await build.uploadKeystore(
      { body: { file: new File([bytes], 'k') } as never },
      { onProgress: (progress) => reported.push(progress) },
    );
    return reported;
  }

  test('reports its progress', async () => {
    const server = await startFaultServer(done);
    const reported = await uploadAndWatch(server.url);
    expect(reported[0]).toMatchObject({ bytes: 0 });
    expect(reported.length).toBeGreaterThan(2);
    expect(reported.at(-1)?.bytes).toBe(reported.at(-1)?.total);
    expect(server.arrivals[0]?.headers['content-length']).toBe(String(reported.at(-1)?.total));
  });

  test('reports the start and the end on a runtime that does not show progress', async () => {
    vi.stubGlobal('Deno', {});
    onTestFinished(() => void vi.unstubAllGlobals());
    const server = await startFaultServer(done);
    const reported = await uploadAndWatch(server.url);
    const total = server.arrivals[0]!.bytes.length;
    expect(reported).toEqual([
      { bytes: 0, total },
      { bytes: total, total },
    ]);
  });

  test('sends each file of an array as one part, in order', async () => {
    const server = await startFaultServer(done);
    const { build } = createTestClient(server.url);
    const files = [new File(['<testsuite/>'], 'a.xml'), new Blob(['b']), bytes, stream()];
    await build.uploadJunitReport({ job_id: record_id, build_no: 1, node_id: '9', body: { files } });
    const [arrival] = server.arrivals;
    const form = await new Response(new Uint8Array(arrival!.bytes), {
      headers: { 'content-type': arrival!.headers['content-type']! },
    }).formData();
    const received = form.getAll('files') as File[];
    expect(received.map(({ name }) => name)).toEqual(['a.xml', 'files', 'files', 'files']);
    expect(await received[0]!.text()).toBe('<testsuite/>');
    for (const file of received.slice(2)) {
      expect(Buffer.compare(new Uint8Array(await file.arrayBuffer()), bytes)).toBe(0);
    }
    expect([...form.keys()]).toHaveLength(files.length);
  });

  test.each([[{ path: 'x' }], [[{ path: 'x' }]], [[['x']]]])(
    'refuses a field that no form can hold: %j',
    async (file) => {
      const { build } = createTestClient('http://127.0.0.1:1');
      await expect(build.uploadKeystore({ body: { file } as never })).rejects.toThrow(/^body.file must be text/);
    },
  );
});
