import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from '../support/properties.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { credentialsFromFile } from '../../src/index.js';
import { iam, resolveEndpoint } from '../../src/endpoints/endpoint.js';
import { parseIni } from '../../src/auth/file-credentials.js';
import { writeCredentials, provide, messageOf, withoutFiles, useEmptyHome } from '../support/credentials.js';

const home = useEmptyHome();

describe('credentialsFromFile', () => {
  test('reads the section [basic] of the file of the Huawei Cloud SDKs', async () => {
    writeCredentials(
      home(),
      [
        '\uFEFF# my keys',
        '; another comment',
        '[global]',
        'ak=OtherKey',
        'sk=OtherSecret',
        '',
        '[basic]   ; the one that counts',
        '  AK = AccessKey   ; inline',
        'sk=a%b#c;d==\t# inline',
        'project_id   =   project-1',
        'domain_id = "domain-1"',
        "security_token = 'token=with=signs'",
        'iam_endpoint = https://iam.example.com',
        'something_else = 7',
      ].join('\r\n'),
    );
    expect(await provide(credentialsFromFile())).toEqual({
      ak: 'AccessKey',
      sk: 'a%b#c;d==',
      projectId: 'project-1',
      domainId: 'domain-1',
      securityToken: 'token=with=signs',
      iamEndpoint: 'https://iam.example.com',
    });
    expect(await provide(credentialsFromFile({ section: 'global' }))).toMatchObject({ ak: 'OtherKey' });
  });

  test('reads the file that the option names, otherwise the one that the variable names', async () => {
    writeCredentials(home(), '[basic]\nak = Home\nsk = x');
    writeFileSync(join(home(), 'named'), '[basic]\nak = Named\nsk = x');
    writeFileSync(join(home(), 'option'), '[basic]\nak = Option\nsk = x');
    expect(await provide(credentialsFromFile())).toMatchObject({ ak: 'Home' });
    vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', '~/named');
    expect(await provide(credentialsFromFile())).toMatchObject({ ak: 'Named' });
    expect(await provide(credentialsFromFile({ path: join(home(), 'option') }))).toMatchObject({ ak: 'Option' });
  });

  test('reads the file again each time', async () => {
    const provider = credentialsFromFile();
    writeCredentials(home(), '[basic]\nak = First\nsk = x');
    expect(await provide(provider)).toMatchObject({ ak: 'First' });
    writeCredentials(home(), '[basic]\nak = Second\nsk = x');
    expect(await provide(provider)).toMatchObject({ ak: 'Second' });
  });

  test.each([
    ['[basic]\nak = AccessKey', 'section [basic] has no sk'],
    ['[basic]\nsk = secret-7\nak =', 'section [basic] has no ak'],
    ['[basic]', 'section [basic] has no ak and no sk'],
    ['[basic]\nidp_id = i\nid_token_file = /t', 'section [basic] has idp_id, which is not supported; set ak and sk'],
    ['[global]\nak = a\nsk = secret-7', 'has no section [basic]'],
    ['', 'has no section [basic]'],
    ['[basic]\nsecret-7', ': line 2 must be a section or "name = value"'],
    ['[basic]\n= secret-7', ': line 2 must be a section or "name = value"'],
    ['# keys\nsk = secret-7\n[basic]', ': line 2 must follow a section'],
    ['[basic]\nak = A\nsk = B\nproject_id = secret-7 x', 'line 4: project_id must be printable ASCII without spaces'],
  ])('names the problem in %j, and shows no value', async (text, problem) => {
    const path = writeCredentials(home(), text);
    const message = await messageOf(provide(credentialsFromFile()));
    expect(message).toContain(path);
    expect(message).toContain(problem);
    expect(message).not.toContain('secret-7');
  });

  test('names a file that does not exist or cannot be read, and a missing home directory', async () => {
    const path = join(home(), '.huaweicloud', 'credentials');
    expect(await messageOf(provide(credentialsFromFile()))).toBe(`${path} does not exist`);
    expect(await messageOf(provide(credentialsFromFile({ path: '/nowhere' })))).toBe('/nowhere does not exist');
    expect(await messageOf(provide(credentialsFromFile({ path: home() })))).toBe(
      `cannot read ${home()} (not a regular file)`,
    );
    const homedir = vi.spyOn(process.getBuiltinModule('node:os'), 'homedir').mockReturnValue('');
    onTestFinished(() => homedir.mockRestore());
    expect(await messageOf(provide(credentialsFromFile()))).toBe('the user has no home directory');
  });

  test('fails on a runtime without files', async () => {
    const provider = credentialsFromFile({ path: '/keys' });
    expect(await withoutFiles(() => messageOf(provide(provider)))).toBe('this runtime has no files');
  });

  test('parses any INI file', () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_.-]{0,10}$/);
    const value = fc.stringMatching(/^[!$-:<-~][!-~]{0,20}$/).filter((text) => !/^(["']).*\1$/.test(text));
    const file = fc.dictionary(name, fc.dictionary(name, value, { noNullPrototype: true }), { noNullPrototype: true });
    const style = fc.record({
      equals: fc.constantFrom('=', ' = ', '\t=  '),
      end: fc.constantFrom('\n', '\r\n'),
      comment: fc.constantFrom('', '  # x', ' ; [y] = z'),
    });
    fc.assert(
      fc.property(file, style, (sections, { equals, end, comment }) => {
        const lines = Object.entries(sections).flatMap(([section, values]) => [
          `[${section}]${comment}`,
          ...Object.entries(values).map(([key, text]) => `${key}${equals}${text}${comment}`),
        ]);
        const read = [...parseIni('file', lines.join(end))].map(([section, values]) => [
          section,
          Object.fromEntries([...values].map(([key, found]) => [key, found.value])),
        ]);
        expect(Object.fromEntries(read)).toEqual(sections);
      }),
    );
  });

  test.each([
    ['a pipe', (path: string) => void execFileSync('mkfifo', [path])],
    ['a directory', (path: string) => mkdirSync(path)],
    ['a link to a device', (path: string) => symlinkSync('/dev/zero', path)],
    [
      'a link to a pipe',
      (path: string) => {
        execFileSync('mkfifo', [`${path}.pipe`]);
        symlinkSync(`${path}.pipe`, path);
      },
    ],
    ['a file of more than 1 MiB', (path: string) => writeFileSync(path, '#'.repeat(1024 * 1024 + 1))],
  ])('rejects %s without waiting', async (_, create) => {
    const path = join(home(), 'unreadable');
    create(path);
    const reason = statSync(path).isFile() ? 'larger than 1 MiB' : 'not a regular file';
    expect(await messageOf(provide(credentialsFromFile({ path })))).toBe(`cannot read ${path} (${reason})`);
    expect(() => resolveEndpoint(iam, { region: 'cn-north-4' }, { HUAWEICLOUD_SDK_REGIONS_FILE: path })).toThrow(
      new TypeError(`cannot read ${path} (${reason})`),
    );
  });

  test('reads a file that reports no size, up to 1 MiB', async () => {
    const path = join(home(), 'growing');
    writeFileSync(path, '#'.repeat(2 * 1024 * 1024));
    const stat = vi.spyOn(process.getBuiltinModule('node:fs'), 'statSync');
    stat.mockReturnValue(Object.assign(statSync(home()), { size: 0, isFile: () => true }));
    onTestFinished(() => stat.mockRestore());
    expect(await messageOf(provide(credentialsFromFile({ path })))).toBe(`cannot read ${path} (larger than 1 MiB)`);
  });
});
