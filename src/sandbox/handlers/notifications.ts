/** Notification settings of tasks. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { type BuildHandlers, type HandlerContext, SUCCESS } from '../handler.js';
import { findTask } from '../lookup.js';
import type { ChannelSetting } from '../task-metadata.js';

type Schemas = components['schemas'];

const EVENTS: readonly string[] = ['buildJobSuccess', 'buildJobFail', 'updateConfigJob', 'deleteJob', 'forbiddenJob'];

/** The channels that v3 lists. */
const V3_CHANNELS: readonly string[] = ['DING_TALK', 'MAIL', 'MESSAGE'];

const CHANNELS = [...V3_CHANNELS, 'WECOM', 'FEISHU'];

/** Channels that have a webhook URL. */
const CHAT_CHANNELS: readonly string[] = ['DING_TALK', 'WECOM', 'FEISHU'];

/** Returns the default events of a channel. */
const defaultEvents = (channel: string): readonly string[] => (CHAT_CHANNELS.includes(channel) ? [] : EVENTS);

/** Returns the enabled events of a channel. */
function eventsOf(channel: string, setting: ChannelSetting | undefined): readonly string[] {
  if (!setting || setting.followsProject) return defaultEvents(channel);
  return setting.isEnabled ? setting.events : [];
}

function describeChannels(context: HandlerContext, taskId: string, channels: readonly string[]) {
  const settings = context.state.taskMetadata.notifications.get(findTask(context, taskId).id);
  const result = channels.map((channel) => {
    const setting = settings?.get(channel);
    const enabled = eventsOf(channel, setting);
    return {
      notice_type: channel,
      enable_map: Object.fromEntries([...EVENTS, ...enabled].map((event) => [event, enabled.includes(event)])),
      param_config: setting?.config ?? null,
    };
  });
  return { result, ...SUCCESS };
}

/** Changes the setting of one channel. */
function setChannel(context: HandlerContext, taskId: string, channel: string, setting: ChannelSetting) {
  const { notifications } = context.state.taskMetadata;
  const task = findTask(context, taskId, 'is_modify');
  notifications.set(task.id, new Map([...(notifications.get(task.id) ?? []), [channel, setting]]));
  return { result: { job_id: task.id }, ...SUCCESS };
}

/** Reads a switch that is a boolean or a string. */
function readSwitch(context: HandlerContext, name: string, value: string | boolean): boolean {
  const word = String(value).toLowerCase();
  if (word !== 'true' && word !== 'false') {
    throw context.invalid(`${name} must be true or false; received ${JSON.stringify(value)}.`);
  }
  return word === 'true';
}

function updateChannel(context: HandlerContext, taskId: string, body: Schemas['NoticeSettingUpdate']) {
  const { notice_type: channel, enabled_event_type_names: events, param_config: config } = body;
  const { send_switch: isEnabled = true, use_project_notice: followsProject = false } = body;
  const before = context.state.taskMetadata.notifications.get(taskId)?.get(channel);
  return setChannel(context, taskId, channel, {
    events,
    isEnabled: readSwitch(context, 'send_switch', isEnabled),
    followsProject: readSwitch(context, 'use_project_notice', followsProject),
    config: config === undefined ? (before?.config ?? null) : config,
  });
}

/** Reads a channel name in any spelling: `message`, `DING_TALK`, `dingtalk`. */
function readChannel(context: HandlerContext, channels: readonly string[], text: string): string {
  const bare = (name: string): string =>
    name
      .toUpperCase()
      .replaceAll('_', '')
      .replace(/^EMAIL$/, 'MAIL');
  const channel = channels.find((name) => bare(name) === bare(text));
  if (channel !== undefined) return channel;
  throw context.invalid(`notice_type must be one of ${channels.join(', ')}; received ${JSON.stringify(text)}.`);
}

/** Handlers of notification settings. v1 and v3 share the settings; v3 shows fewer channels. */
export const notifications: BuildHandlers = {
  showJobNoticeConfigInfo({ path }, context) {
    return describeChannels(context, path.job_id, CHANNELS);
  },

  listNotice({ path }, context) {
    return describeChannels(context, path.job_id, V3_CHANNELS);
  },

  updateNewNoticeNew({ path, body }, context) {
    return updateChannel(context, path.job_id, body);
  },

  updateNotice({ path, body }, context) {
    return updateChannel(context, path.job_id, body);
  },

  disableNotice({ path, query }, context) {
    const channel = readChannel(context, CHANNELS, query.notice_type);
    const before = context.state.taskMetadata.notifications.get(path.job_id)?.get(channel);
    const setting = { events: [], isEnabled: true, followsProject: false, config: before?.config ?? null };
    return setChannel(context, path.job_id, channel, setting);
  },

  checkWebhookUrl({ body }, context) {
    findTask(context, body.job_id);
    readChannel(context, CHAT_CHANNELS, body.notice_type);
    // The URL contains a secret, so the error does not repeat it.
    if (!body.webhook_url.startsWith('https://')) throw context.invalid('webhook_url must begin with https://.');
    return SUCCESS;
  },
};
