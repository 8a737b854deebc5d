import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from '../support/properties.js';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  createClient,
  createIamClient,
  createServiceStageClient,
  passwordToken,
  projectIdFromIam,
} from '../../src/index.js';
import {
  codeArtsBuild,
  iam,
  knownRegions,
  requireHttps,
  resolveEndpoint,
  serviceStage,
  type ServiceEndpoints,
} from '../../src/endpoints/endpoint.js';
import { parseAuthorization, verifySignature } from '../../src/sandbox/verify-signature.js';
import { createTestClient, jobId } from '../support/client.js';

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'regions-'));
  vi.stubEnv('HOME', home);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

/** Writes the regions file of the home directory. */
function writeRegions(...lines: string[]): string {
  mkdirSync(join(home, '.huaweicloud'), { recursive: true });
  const path = join(home, '.huaweicloud', 'regions.yaml');
  writeFileSync(path, lines.join('\n'));
  return path;
}

const build = (region: string, env: Record<string, string> = {}): string =>
  resolveEndpoint(codeArtsBuild, { region }, env);

/** Returns the message of the TypeError that a call throws. */
function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return (error as Error).message;
  }
  return expect.unreachable('nothing was thrown');
}

describe('the table of regions', () => {
  const known: [ServiceEndpoints, string, string][] = [
    [
      codeArtsBuild,
      'https://cloudbuild-ext.*.myhuaweicloud.com',
      'cn-north-1 cn-north-4 cn-east-2 cn-east-3 cn-south-1 cn-south-2 cn-southwest-2 cn-northeast-1 ap-southeast-3 la-north-2 la-south-2 sa-brazil-1 tr-west-1',
    ],
    [codeArtsBuild, 'https://build-backend.*.myhuaweicloud.eu', 'eu-west-101'],
    [
      serviceStage,
      'https://servicestage.*.myhuaweicloud.com',
      'cn-north-1 cn-north-4 cn-north-9 cn-north-12 cn-east-2 cn-east-3 cn-east-4 cn-south-1 cn-south-4 cn-southwest-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 af-south-1 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 ru-moscow-1 sa-brazil-1 tr-west-1',
    ],
    [
      iam,
      'https://iam.*.myhuaweicloud.com',
      'cn-north-1 cn-north-2 cn-north-4 cn-north-9 cn-north-12 cn-east-2 cn-east-3 cn-east-4 cn-east-5 cn-south-1 cn-south-2 cn-southwest-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ae-ad-1 af-south-1 eu-west-0 la-north-2 la-south-2 me-east-1 my-kualalumpur-1 na-mexico-1 ru-moscow-1 sa-brazil-1 tr-west-1',
    ],
    [iam, 'https://iam.*.myhuaweicloud.eu', 'eu-west-101'],
  ];

  test.each(known)('has $0.name at $1 for all regions of the reference', (service, pattern, regions) => {
    for (const region of regions.split(' ')) {
      expect(resolveEndpoint(service, { region }, {})).toBe(pattern.replace('*', region));
      expect(knownRegions(service)).toContain(region);
    }
  });

  test.each(['cn-northeast-1', 'cn-south-4'])('has the global IAM for %s, which has no IAM endpoint', (region) => {
    expect(resolveEndpoint(iam, { region }, {})).toBe('https://iam.myhuaweicloud.com');
  });

  test('lists the known regions if a region is unknown', () => {
    const message = messageOf(() => createClient({ region: 'cn-nort-4' }));
    expect(message).toContain('"cn-nort-4"');
    for (const region of knownRegions(codeArtsBuild)) expect(message).toContain(region);
    expect(messageOf(() => createServiceStageClient({ region: 'eu-west-101' }))).toContain('SERVICESTAGE');
    expect(messageOf(() => createIamClient({ region: 'toString' }))).toContain('"toString"');
  });

  test('requires a region or an endpoint, of the right type', () => {
    expect(messageOf(() => createClient({}))).toBe('region or endpoint is required');
    expect(messageOf(() => createClient({ region: 4 as never }))).toBe(
      'region must be a string such as cn-north-4; received 4',
    );
    expect(messageOf(() => createClient({ endpoint: null as never }))).toBe(
      'endpoint must be an HTTP or HTTPS URL; received a value of type object',
    );
  });
});

describe('an endpoint', () => {
  test.each([
    ['https://build.example.com', 'https://build.example.com'],
    ['https://build.example.com/', 'https://build.example.com'],
    ['HTTPS://Build.Example.com:443/base//', 'https://build.example.com/base'],
    ['http://127.0.0.1:8080/a/b%20c/', 'http://127.0.0.1:8080/a/b%20c'],
  ])('%s is resolved to %s', (endpoint, expected) => {
    expect(resolveEndpoint(codeArtsBuild, { endpoint }, {})).toBe(expected);
  });

  test.each([
    'build.example.com',
    'localhost:8080',
    'ftp://build.example.com',
    'https://',
    '',
    'https://build.example.com/{project_id}',
  ])('%j throws and is shown', (endpoint) => {
    expect(messageOf(() => createClient({ endpoint }))).toContain(`; received ${JSON.stringify(endpoint)}`);
  });

  const secret = 'Passw0rd';
  const unsafe = [
    `https://user:${secret}@build.example.com`,
    `https://${secret}@build.example.com`,
    `https://user:${secret}@build example`,
    `https://user:${secret}@`,
    `https://user:a@${secret}`,
    `https:\\\\user:${secret}@h`,
    `https:/user:${secret}@h`,
    `https:user:${secret}@h`,
    `https:///user:${secret}@h`,
    `ht\ntps://user:${secret}@h`,
    `user:${secret}@host`,
    `user:${secret}`,
    `//user:${secret}@host`,
    `https://user:${secret}`,
    `https://user%3A${secret}%40host`,
    `https://user:${secret}%40host`,
    `https://user:${secret}%2540host`,
    `https://user:${secret}＠host`,
    `https://user:1234,${secret}@host`,
    `ftp://user:${secret}@host`,
    `https://build.example.com/?token=${secret}`,
    `https://build.example.com/#${secret}`,
  ];

  test.each(unsafe)('%j throws and is not shown', (endpoint) => {
    for (const call of [
      () => createClient({ endpoint }),
      () => projectIdFromIam({ iamEndpoint: endpoint }),
      () => passwordToken({ domainName: 'd', userName: 'u', password: 'p', iamEndpoint: endpoint }),
      () => createClient({ region: endpoint }),
    ]) {
      expect(messageOf(call)).not.toContain(secret);
    }
  });

  test.each(unsafe)('%j in a variable or a file throws and is not shown', (endpoint) => {
    const variable = 'HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4';
    expect(messageOf(() => build('cn-north-4', { [variable]: endpoint }))).not.toContain(secret);
    expect(messageOf(() => resolveEndpoint(iam, {}, { HUAWEICLOUD_SDK_IAM_ENDPOINT: endpoint }))).not.toContain(secret);
    writeRegions('CODEARTSBUILD:', '  - id: cn-north-4', `    endpoint: "${endpoint}"`);
    expect(messageOf(() => build('cn-north-4'))).not.toContain(secret);
  });

  test('takes precedence over all settings', () => {
    writeRegions('CODEARTSBUILD:', '  - id: cn-north-4', '    endpoint: https://file.example.com');
    const env = { HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4: 'https://env.example.com' };
    const options = { region: 'cn-north-4', endpoint: 'https://option.example.com' };
    expect(resolveEndpoint(codeArtsBuild, options, env)).toBe('https://option.example.com');
  });
});

describe('a variable', () => {
  const variable = 'HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4';

  test('takes precedence over the file and the table, and may contain several endpoints, of which the first is used', () => {
    writeRegions('CODEARTSBUILD:', '  - id: cn-north-4', '    endpoint: https://file.example.com');
    expect(build('cn-north-4', { [variable]: ' https://a.example.com/x/ ,https://b.example.com' })).toBe(
      'https://a.example.com/x',
    );
    expect(build('cn-north-4', { [variable]: '' })).toBe('https://file.example.com');
  });

  test('can be set for a region that is not in the table, and omit https://', () => {
    expect(build('my-own-1', { HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_MY_OWN_1: 'build.example.com' })).toBe(
      'https://build.example.com',
    );
  });

  test('is named in the error if it is invalid', () => {
    expect(messageOf(() => build('cn-north-4', { [variable]: 'ftp://x' }))).toBe(
      `${variable} must be an HTTP or HTTPS URL; received "ftp://x"`,
    );
  });

  test('sets the IAM endpoint of all regions, and that of one region takes precedence', () => {
    const env = {
      HUAWEICLOUD_SDK_IAM_ENDPOINT: 'https://iam.example.com/',
      HUAWEICLOUD_SDK_REGION_IAM_CN_NORTH_4: 'https://iam-north.example.com',
    };
    expect(resolveEndpoint(iam, { region: 'tr-west-1' }, env)).toBe('https://iam.example.com');
    expect(resolveEndpoint(iam, {}, env)).toBe('https://iam.example.com');
    expect(resolveEndpoint(iam, { region: 'cn-north-4' }, env)).toBe('https://iam-north.example.com');
    expect(resolveEndpoint(codeArtsBuild, { region: 'tr-west-1' }, env)).toContain('cloudbuild-ext.tr-west-1');
  });
});

describe('the regions file', () => {
  test('contains endpoints in the form of the Huawei Cloud SDKs', () => {
    writeRegions(
      '---',
      '# private cloud',
      '',
      'ECS:',
      '  - { id: cn-north-4, endpoint: https://ecs.example.com }',
      '  anything: [ at all',
      'codeartsbuild:   # lower case',
      '  - id: cn-north-4',
      "    endpoint: 'https://single.example.com/'   # quoted",
      '  - id: my-own-1',
      '    note: kept for later',
      '    endpoints: ["https://a.example.com", \'https://b.example.com\']',
      '  - id: my-own-2',
      '    endpoints:',
      '      - https://c.example.com',
      '      - https://d.example.com',
      '  - endpoint: e.example.com',
      '    "id": "my-own-3"',
      '"IAM":\r',
      '- id: my-own-1\r',
      '  endpoints:\r',
      '  - https://iam.example.com\r',
      '  - https://iam2.example.com\r',
    );
    expect(build('cn-north-4')).toBe('https://single.example.com');
    expect(build('my-own-1')).toBe('https://a.example.com');
    expect(build('my-own-2')).toBe('https://c.example.com');
    expect(build('my-own-3')).toBe('https://e.example.com');
    expect(build('cn-north-1')).toContain('cloudbuild-ext.cn-north-1');
    expect(resolveEndpoint(iam, { region: 'my-own-1' }, {})).toBe('https://iam.example.com');
  });

  test.each([
    ['a line of another form', ['CODEARTSBUILD:', '  - id: cn-north-4', '    endpoint https://x'], 3],
    ['a map in braces', ['CODEARTSBUILD:', '  - { id: cn-north-4, endpoint: https://x }'], 2],
    ['a list that is not closed', ['CODEARTSBUILD:', '  - id: cn-north-4', '    endpoints: [https://x,'], 3],
    ['a field without an entry', ['CODEARTSBUILD:', '  id: cn-north-4'], 2],
    ['an item without a list', ['CODEARTSBUILD:', '  - id: cn-north-4', '    - https://x'], 3],
    ['a name without a colon', ['# mine', 'CODEARTSBUILD', '  - id: cn-north-4'], 2],
    ['an invalid endpoint', ['CODEARTSBUILD:', '  - id: cn-north-4', '    endpoint: ftp://x'], 3],
    ['an entry without an endpoint', ['IAM:', 'CODEARTSBUILD:', '  - id: cn-north-4'], 3],
  ])('with %s throws and names the path and line', (_, lines, line) => {
    const path = writeRegions(...lines);
    expect(messageOf(() => createClient({ region: 'cn-north-4' }))).toMatch(new RegExp(`^${path} line ${line}\\b`));
  });

  test('that the variable names takes precedence over the one in the home directory, and must exist', () => {
    writeRegions('CODEARTSBUILD:', '  - id: cn-north-4', '    endpoint: https://home.example.com');
    const path = join(home, 'named.yaml');
    expect(messageOf(() => build('cn-north-4', { HUAWEICLOUD_SDK_REGIONS_FILE: path }))).toBe(
      `HUAWEICLOUD_SDK_REGIONS_FILE must name an existing file; ${path} does not exist`,
    );
    writeFileSync(path, '\uFEFFCODEARTSBUILD:\n  - id: cn-north-4\n    endpoint: https://named.example.com\n');
    expect(build('cn-north-4', { HUAWEICLOUD_SDK_REGIONS_FILE: path })).toBe('https://named.example.com');
    expect(build('cn-north-4', { HUAWEICLOUD_SDK_REGIONS_FILE: '~/named.yaml' })).toBe('https://named.example.com');
  });

  test('that cannot be read throws and names the path', () => {
    mkdirSync(join(home, '.huaweicloud', 'regions.yaml'), { recursive: true });
    expect(messageOf(() => build('cn-north-4'))).toBe(
      `cannot read ${home}/.huaweicloud/regions.yaml (not a regular file)`,
    );
    const path = join(home, 'named.yaml');
    writeFileSync(path, '');
    const read = vi.spyOn(process.getBuiltinModule('node:fs'), 'openSync').mockImplementation(() => {
      throw Object.assign(new Error('Requires read access'), { name: 'NotCapable' });
    });
    onTestFinished(() => read.mockRestore());
    expect(messageOf(() => build('cn-north-4', { HUAWEICLOUD_SDK_REGIONS_FILE: path }))).toBe(
      `cannot read ${path} (Requires read access)`,
    );
  });

  test('is looked up once by a client with a region, and not if the endpoint or a variable decides', () => {
    const fs = process.getBuiltinModule('node:fs');
    const read = vi.spyOn(fs, 'statSync');
    onTestFinished(() => read.mockRestore());
    const lookups = (): number => read.mock.calls.filter(([path]) => String(path).endsWith('regions.yaml')).length;
    createClient({ endpoint: 'https://build.example.com' });
    vi.stubEnv('HUAWEICLOUD_SDK_REGION_CODEARTSBUILD_CN_NORTH_4', 'https://env.example.com');
    createClient({ region: 'cn-north-4' });
    expect(lookups()).toBe(0);
    createClient({ region: 'tr-west-1' });
    expect(lookups()).toBe(1);
  });

  test('is not looked up on runtimes without files or without a home directory', () => {
    writeRegions('CODEARTSBUILD:', '  - id: cn-north-4', '    endpoint: https://file.example.com');
    const os = process.getBuiltinModule('node:os');
    const homedir = vi.spyOn(os, 'homedir').mockImplementation(() => {
      throw new Error('no home');
    });
    expect(build('cn-north-4')).toContain('cloudbuild-ext');
    homedir.mockRestore();
    vi.stubGlobal('process', undefined);
    const found = build('cn-north-4');
    vi.unstubAllGlobals();
    expect(found).toContain('cloudbuild-ext');
  });
});

describe('the signed URL is the sent one', () => {
  const sk = 'SecretKeyOfTheTests';

  /** Starts a gateway that computes each signature from the request it received. */
  async function startGateway(): Promise<{ url: string; seen: string[] }> {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const target = request.url ?? '';
        const headers = new Headers(request.headers as Record<string, string>);
        const parts = parseAuthorization(headers.get('authorization') ?? '');
        const message = { method: request.method ?? '', target, headers, body: Buffer.concat(chunks) };
        const { valid } = parts ? verifySignature(message, parts, sk) : { valid: false };
        seen.push(target);
        response.writeHead(valid ? 200 : 401, { 'content-type': 'application/json' });
        response.end(valid ? '{"result":true}' : '{"error_code":"APIGW.0301"}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(
      () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(() => resolve());
        }),
    );
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
  }

  test.each([
    ['', ''],
    ['/', ''],
    ['/base', '/base'],
    ['/base/', '/base'],
    ['/base//', '/base'],
    ['/a//b', '/a//b'],
    ['/a/../b/', '/b'],
    ['/a%2Fb', '/a%2Fb'],
    ['/a b', '/a%20b'],
    ['/50%25', '/50%25'],
    ["/(a)'!*", "/(a)'!*"],
    ['/a:b@c&d=e+f,g;h$i', '/a:b@c&d=e+f,g;h$i'],
    ['/构建', '/%E6%9E%84%E5%BB%BA'],
  ])('with the base path %j, a project and a security token', async (base, sent) => {
    const gateway = await startGateway();
    const client = createTestClient(`${gateway.url}${base}`, {
      credentials: { ak: 'AccessKey', sk, securityToken: 'TokenOfTheTests', domainId: 'domain' },
      projectId: 'project',
    }).build;
    await client.showRunningStatus({ job_id: jobId });
    await client.executeJob({ body: { job_id: jobId } });
    await client.listProjectJobs({ project_id: jobId, page_index: 0, page_size: 10, search: 'a b&ü' });
    expect(gateway.seen).toHaveLength(3);
    expect(gateway.seen[0]).toBe(`${sent}/v1/job/${jobId}/running-status`);
  });

  test('with any base path', async () => {
    const gateway = await startGateway();
    const segment = fc.stringMatching(/^[\w.~!$&'()*+,;=:@%ü -]{1,8}$/).filter((text) => !/^\.+$/.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(segment, { maxLength: 3 }), fc.boolean(), async (segments, slash) => {
        const base = segments.map((text) => `/${encodeURI(text)}`).join('') + (slash ? '/' : '');
        const client = createTestClient(`${gateway.url}${base}`, { credentials: { ak: 'AccessKey', sk } }).build;
        expect(await client.showRunningStatus({ job_id: jobId })).toEqual({ result: true });
      }),
      { numRuns: 100 },
    );
  });
});

describe('HTTP without TLS', () => {
  test.each(['http://localhost', 'http://127.0.0.1:1', 'http://127.1.2.3', 'http://[::1]:80', 'https://example.com'])(
    'is accepted for secrets sent to %s',
    (url) => {
      expect(() => requireHttps('a token', url)).not.toThrow();
    },
  );

  test.each([
    'http://example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://0.0.0.0',
    'http://10.0.0.1',
  ])('is rejected for secrets sent to %s', (url) => {
    expect(messageOf(() => requireHttps('a token', url))).toBe(
      `refusing to send a token over HTTP to ${new URL(url).hostname}; use HTTPS`,
    );
  });
});
