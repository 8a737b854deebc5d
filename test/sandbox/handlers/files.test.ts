import fc from '../../support/properties.js';
import { describe, expect, test } from 'vitest';
import { sendSigned } from '../../support/sandbox-requests.js';
import { createSetup, rejectionOf, type Setup } from '../../support/sandbox-clients.js';

const upload = async (
  { build }: Setup,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  description?: string,
): Promise<string> => {
  const { result } = await build.uploadKeystore({
    body: { file: new File([bytes], name), privacy: 'true', ...(description !== undefined && { description }) },
  });
  return result?.keystore_id ?? '';
};

const domainOf = ({ sandbox }: Setup): string => sandbox.state.users[0]!.domainId;

describe('files', () => {
  test('are downloaded byte for byte, in v1 and v3', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (drawn) => {
        const setup = createSetup({ seed: 'empty' });
        const bytes = new Uint8Array(drawn);
        const name = "größe 1's.jks";
        const id = await upload(setup, name, bytes);
        const domain_id = domainOf(setup);
        const byId = await setup.build.downloadKeystoreByName({ id, name, domain_id });
        const byName = await setup.build.downloadKeystore({ file_name: name, domain_id });
        expect(await byId.bytes()).toEqual(bytes);
        expect(await byName.bytes()).toEqual(bytes);
      }),
      { numRuns: 20 },
    );
  });

  test('are listed, renamed, shared and deleted', async () => {
    const setup = createSetup({ seed: 'empty' });
    const { build } = setup;
    const id = await upload(setup, 'release.keystore', new Uint8Array([1]), 'Signs');
    expect(await build.listKeystore()).toEqual({
      result: [{ id, keystore_name: 'release.keystore' }],
      status: 'success',
    });
    await build.updateKeystore({ id, body: { id, keystore_name: 'new.pem', description: 'Other', share: 1 } });
    const { result } = await build.listKeystoreSearch({ search: 'NEW' });
    expect(result).toMatchObject({
      total: 1,
      keystore_list: [{ id, keystore_name: 'new.pem', description: 'Other', share: 1, domain_id: domainOf(setup) }],
    });
    expect(await build.listKeystoreSearch({ search: 'release' })).toMatchObject({ result: { total: 0 } });
    await build.deleteKeystore({ keystore_id: id });
    expect(await rejectionOf(build.deleteKeystore({ keystore_id: id }))).toBe('422 DEVCB.00031006');
    expect(await build.listKeystore()).toMatchObject({ result: [] });
  });

  test.each([
    ['another extension', 'readme.txt', 10],
    ['more than 100 KB', 'big.jks', 100 * 1024 + 1],
  ])('with %s are rejected', async (_, name, size) => {
    const { build } = createSetup();
    const body = { file: new File([new Uint8Array(size)], name), privacy: 'true' };
    expect(await rejectionOf(build.uploadKeystore({ body }))).toBe('400 DEVCB.00060200');
  });

  test('are limited to 20', async () => {
    const setup = createSetup({ seed: 'empty' });
    for (let count = 0; count < 20; count += 1) await upload(setup, `${String(count)}.key`, new Uint8Array(1));
    const body = { file: new File(['x'], 'one-more.key'), privacy: 'true' };
    expect(await rejectionOf(setup.build.uploadKeystore({ body }))).toBe('400 DEVCB.00060200');
  });

  test('of another account do not exist', async () => {
    const setup = createSetup();
    const { result } = await setup.build.listKeystore();
    const { id, keystore_name: name } = result[0]!;
    const other = setup.sandbox.state.domains[1]!.id;
    expect(await rejectionOf(setup.build.downloadKeystoreByName({ id, name, domain_id: other }))).toBe(
      '422 DEVCB.00031006',
    );
    setup.sandbox.state.keystores.get(id)!.domainId = other;
    expect(await setup.build.listKeystore()).toMatchObject({ result: [] });
    expect(await rejectionOf(setup.build.deleteKeystore({ keystore_id: id }))).toBe('422 DEVCB.00031006');
  });

  test('require the same ID in path and body', async () => {
    const setup = createSetup();
    const id = await upload(setup, 'a.key', new Uint8Array(1));
    const body = { id: 'x', keystore_name: 'a.key', description: '', share: 0 as const };
    expect(await rejectionOf(setup.build.updateKeystore({ id, body }))).toBe('400 DEVCB.00060200');
  });

  test('are shared with users, whose permissions can be changed and revoked', async () => {
    const setup = createSetup({ seed: 'empty' });
    const { build } = setup;
    const keystore_id = await upload(setup, 'a.key', new Uint8Array(1));
    const entry = {
      keystore_id,
      user_id: 'u',
      user_name: 'n',
      usage: true,
      modify: true,
      delete: false,
      setting: false,
    };
    const { result } = await build.addKeystorePermission({ body: { ...entry, can_absent: true } });
    const id = result ?? '';
    expect(await rejectionOf(build.addKeystorePermission({ body: { ...entry, can_absent: true } }))).toBe(
      '400 DEVCB.00060200',
    );
    const change = { id, keystore_id, user_name: 'n', usage: false, modify: false, delete: true };
    await build.updateKeystorePermission({ body: change });
    const list = async (): Promise<unknown> =>
      (await build.showKeystorePermission({ keystore_id, page: '1', page_size: 10 })).result;
    expect(await list()).toMatchObject({
      total: 2,
      permission_list: [
        { is_creator: true, usage: true, can_absent: false },
        { id, user_name: 'n', is_creator: false, usage: false, modify: false, delete: true, setting: false },
      ],
    });
    await build.deleteKeystorePermission({ permission_id: id });
    expect(await list()).toMatchObject({ total: 1 });
    expect(await rejectionOf(build.deleteKeystorePermission({ permission_id: id }))).toBe('422 DEVCB.00031006');
  });

  test('keep the entry of their creator', async () => {
    const setup = createSetup({ seed: 'empty' });
    const keystore_id = await upload(setup, 'a.key', new Uint8Array(1));
    const { result } = await setup.build.showKeystorePermission({ keystore_id, page: '1', page_size: 1 });
    const permission_id = result?.permission_list?.[0]?.id ?? '';
    expect(await rejectionOf(setup.build.deleteKeystorePermission({ permission_id }))).toBe('400 DEVCB.00060200');
  });

  test('are rejected for users without permission', async () => {
    const setup = createSetup({ seed: 'empty' });
    const { build, sandbox } = setup;
    const id = await upload(setup, 'a.key', new Uint8Array(1));
    const keystore = sandbox.state.keystores.get(id)!;
    keystore.permissions[0]!.userId = 'another-user';
    const query = { id, name: 'a.key', domain_id: domainOf(setup) };
    const body = { id, keystore_name: 'b.key', description: '', share: 0 as const };
    expect(await rejectionOf(build.downloadKeystoreByName(query))).toMatch(/^403 /);
    expect(await rejectionOf(build.updateKeystore({ id, body }))).toMatch(/^403 /);
    expect(await rejectionOf(build.deleteKeystore({ keystore_id: id }))).toMatch(/^403 /);
    expect(await build.listKeystore()).toMatchObject({ result: [] });
    keystore.shared = true;
    expect(await (await build.downloadKeystoreByName(query)).bytes()).toEqual(new Uint8Array(1));
    expect(await rejectionOf(build.updateKeystore({ id, body }))).toMatch(/^403 /);
  });

  test('in a form require a name', async () => {
    const { sandbox } = createSetup();
    const body =
      '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--b\r\ncontent-disposition: form-data; name="privacy"\r\n\r\ntrue\r\n--b--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const { status, json } = await sendSigned(sandbox, 'POST', '/v2/keystore/upload', { body, headers });
    expect({ status, json }).toMatchObject({ status: 400, json: { error_code: 'DEVCB.00060200' } });
  });

  test('in a form require a description that is a text', async () => {
    const { sandbox } = createSetup();
    const part = (disposition: string): string =>
      `--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\ntrue\r\n`;
    const file = part('name="file"; filename="a.xml"');
    const body = `${file}${part('name="privacy"')}${part('name="description"; filename="b.xml"')}--b--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const { status, text } = await sendSigned(sandbox, 'POST', '/v2/keystore/upload', { body, headers });
    expect([status, text]).toEqual([400, expect.stringContaining('description must be string')]);
  });
});
