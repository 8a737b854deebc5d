import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { createStillSandbox } from '../../support/sandbox-requests.js';
import { UNKNOWN_ID, shopOf, type Json, send, call, sendRejected } from '../../support/sandbox-tasks.js';

interface Channel {
  notice_type: string;
  enable_map: Record<string, boolean>;
  param_config: string | null;
}

describe('notifications', () => {
  const enabledEvents = ({ enable_map }: Channel): string[] =>
    Object.keys(enable_map).filter((event) => enable_map[event]);

  /** Returns the enabled events of a channel, in each API version that has it. */
  const readChannel = async (sandbox: Sandbox, name: string): Promise<string[][]> => {
    const targets = [`/v1/job/${shopOf(sandbox)}/notice`, `/v3/jobs/notice/${shopOf(sandbox)}/query`];
    const lists = await Promise.all(targets.map((target) => call<Channel[]>(sandbox, 'GET', target)));
    return lists.flatMap((list) => list.filter(({ notice_type }) => notice_type === name).map(enabledEvents));
  };

  test.each([
    ['PUT', (id: string) => `/v1/job/${id}/notice`],
    ['POST', (id: string) => `/v3/jobs/notice/${id}/update`],
  ])('are set by %s and shown by v1 and v3', async (method, address) => {
    const sandbox = createStillSandbox();
    const set = (more: Json): Promise<unknown> => {
      const body = { notice_type: 'MAIL', enabled_event_type_names: ['deleteJob'], ...more };
      return call(sandbox, method, address(shopOf(sandbox)), body);
    };
    const all = (await readChannel(sandbox, 'MAIL'))[0]!;
    expect(all).toHaveLength(5);
    expect(await set({})).toEqual({ job_id: shopOf(sandbox) });
    expect(await readChannel(sandbox, 'MAIL')).toEqual([['deleteJob'], ['deleteJob']]);
    expect(await readChannel(sandbox, 'MESSAGE')).toEqual([all, all]);
    await set({ send_switch: 'false' });
    expect(await readChannel(sandbox, 'MAIL')).toEqual([[], []]);
    await set({ use_project_notice: true });
    expect(await readChannel(sandbox, 'MAIL')).toEqual([all, all]);
    await set({ notice_type: 'WECOM', enabled_event_type_names: ['buildJobFail'] });
    expect(await readChannel(sandbox, 'WECOM')).toEqual([['buildJobFail']]);
    const odd = { notice_type: 'MAIL', enabled_event_type_names: [], send_switch: 'perhaps' };
    expect(await sendRejected(sandbox, method, address(shopOf(sandbox)), odd)).toMatchObject({ status: 400 });
    const unknown = { notice_type: 'MAIL', enabled_event_type_names: [] };
    expect(await sendRejected(sandbox, method, address(UNKNOWN_ID), unknown)).toMatchObject({ status: 422 });
  });

  test('of one channel can be disabled, and its webhook URL stays', async () => {
    const sandbox = createStillSandbox();
    const target = `/v3/jobs/notice/${shopOf(sandbox)}`;
    const body = { notice_type: 'DING_TALK', enabled_event_type_names: ['deleteJob'], param_config: 'https://chat' };
    await call(sandbox, 'POST', `${target}/update`, body);
    await call(sandbox, 'POST', `${target}/disable?notice_type=dingtalk`);
    const [chat] = await call<Channel[]>(sandbox, 'GET', `${target}/query`);
    expect(chat).toMatchObject({ notice_type: 'DING_TALK', param_config: 'https://chat' });
    expect(enabledEvents(chat!)).toEqual([]);
    expect(await sendRejected(sandbox, 'POST', `${target}/disable?notice_type=pigeon`)).toMatchObject({ status: 400 });
  });

  test('use webhook URLs that can be validated first', async () => {
    const sandbox = createStillSandbox();
    const check = {
      job_id: shopOf(sandbox),
      notice_type: 'FEISHU',
      webhook_url: 'https://chat.example.com/secret-key',
    };
    const target = '/v1/job/check/webhook-url';
    await send(sandbox, 'POST', target, check);
    const plain = await sendRejected(sandbox, 'POST', target, {
      ...check,
      webhook_url: 'http://chat.example.com/secret-key',
    });
    expect(plain).toMatchObject({ status: 400, message: expect.not.stringContaining('secret-key') as string });
    expect(await sendRejected(sandbox, 'POST', target, { ...check, notice_type: 'MAIL' })).toMatchObject({
      status: 400,
    });
    expect(await sendRejected(sandbox, 'POST', target, { ...check, job_id: UNKNOWN_ID })).toMatchObject({
      status: 422,
    });
  });
});
