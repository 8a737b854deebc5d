/** Files for builds: content, names and permissions. */
import type { components } from '../../../generated/codearts-build/schema.js';
import { forbidden } from '../error.js';
import { type BuildHandlers, type HandlerContext, Reply, SUCCESS } from '../handler.js';
import {
  createKeystore,
  canUseKeystore,
  type Keystore,
  type KeystorePermission,
  type KeystoreRight,
} from '../keystore.js';
import { slicePage } from '../lookup.js';
import { domainOf, userOf } from '../state.js';
import { formatShortTime } from '../time-format.js';
import { UploadedFile } from '../validate.js';

/** Limits from the Huawei Cloud user guide. */
const MAX_BYTES = 100 * 1024;
const MAX_FILES = 20;
const NAME = /\.(xml|key|keystore|jks|crt|pem)$/i;
const MAX_NAME_LENGTH = 500;

/** Returns the files of the caller's account, oldest first. */
const keystoresOf = ({ state, caller }: HandlerContext): Keystore[] =>
  [...state.keystores.values()].filter(({ domainId }) => domainId === caller.domainId);

/** Returns a file of the caller's account. @throws SandboxError 422 if it does not exist. */
function findKeystore(context: HandlerContext, id: string): Keystore {
  const keystore = context.state.keystores.get(id);
  if (keystore?.domainId !== context.caller.domainId) throw context.unknownId(`file ${id}`);
  return keystore;
}

/** Requires a permission on a file. @throws SandboxError 403 if the caller lacks it. */
function checkRight(context: HandlerContext, keystore: Keystore, right: KeystoreRight): void {
  if (canUseKeystore(keystore, context.caller.userId, right)) return;
  throw forbidden(`user ${context.caller.userName} has no permission ${right} for the file ${keystore.id}.`);
}

function checkName(context: HandlerContext, field: string, name: string): void {
  if (NAME.test(name) && name.length <= MAX_NAME_LENGTH) return;
  throw context.invalid(
    `${field} must end in .xml, .key, .keystore, .jks, .crt or .pem; received ${JSON.stringify(name)}.`,
  );
}

/** Returns a permission by its ID, with its file. @throws SandboxError 422 if it does not exist. */
function findPermission(context: HandlerContext, id: string): { keystore: Keystore; entry: KeystorePermission } {
  for (const keystore of keystoresOf(context)) {
    const entry = keystore.permissions.find((candidate) => candidate.id === id);
    if (entry) return { keystore, entry };
  }
  throw context.unknownId(`permission ${id}`);
}

/** Formats a time as a Unix timestamp in seconds. */
const stampSeconds = (time: number): string => String(Math.floor(time / 1_000));

function describeKeystore(context: HandlerContext, keystore: Keystore): components['schemas']['KeystoreFile'] {
  const { state, caller } = context;
  const { id, domainId, creatorId, updaterId, createdAt, updatedAt } = keystore;
  const may = (right: KeystoreRight): boolean => canUseKeystore(keystore, caller.userId, right);
  return {
    id,
    keystore_name: keystore.name,
    description: keystore.description,
    share: keystore.shared ? 1 : 0,
    region: null,
    domain_id: domainId,
    domain_name: domainOf(state, domainId).name,
    create_user_id: creatorId,
    create_user_name: userOf(state, creatorId).name,
    create_time: formatShortTime(createdAt),
    create_time_stamp: stampSeconds(createdAt),
    update_user_id: updaterId,
    update_user_name: userOf(state, updaterId).name,
    update_time: formatShortTime(updatedAt),
    update_time_stamp: stampSeconds(updatedAt),
    permission: {
      id: null,
      keystore_id: id,
      usage: may('usage'),
      modify: may('modify'),
      delete: may('delete'),
      setting: may('setting'),
      can_absent: null,
      is_creator: null,
      user_name: null,
      region: null,
      last_update_time: null,
    },
  };
}

const describePermission = (keystore: Keystore, entry: KeystorePermission) => ({
  id: entry.id,
  keystore_id: keystore.id,
  user_name: entry.userName,
  is_creator: entry.isCreator,
  usage: entry.usage,
  modify: entry.modify,
  delete: entry.delete,
  setting: entry.setting,
  can_absent: entry.canAbsent,
});

/** Returns a Content-Disposition header for any file name. */
function attachmentOf(name: string): string {
  const escape = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  // The conversion to bytes replaces lone surrogates, which cannot be encoded.
  const encoded = encodeURIComponent(Buffer.from(name).toString()).replace(/['()*]/g, escape);
  return `attachment; filename*=UTF-8''${encoded}`;
}

/** Returns the content of a file. @throws SandboxError 422 if it does not exist, 403 if the caller cannot use it. */
function download(context: HandlerContext, domainId: string, matches: (keystore: Keystore) => boolean): Reply {
  const keystore = keystoresOf(context).findLast((candidate) => candidate.domainId === domainId && matches(candidate));
  if (!keystore) throw context.unknownId(`file of account ${domainId}`);
  checkRight(context, keystore, 'usage');
  return new Reply(keystore.bytes, { 'content-disposition': attachmentOf(keystore.name) });
}

/** Handlers of files. Lists are sorted oldest first. */
export const files: BuildHandlers = {
  uploadKeystore({ body }, context) {
    const { state, caller, now } = context;
    // The document describes a file only as a binary string.
    const file: unknown = body.file;
    if (!(file instanceof UploadedFile)) throw context.invalid('file must be a form part with a file name.');
    checkName(context, 'file', file.name);
    if (file.bytes.byteLength > MAX_BYTES) {
      throw context.invalid(
        `file must be up to ${String(MAX_BYTES)} bytes; received ${String(file.bytes.byteLength)} bytes.`,
      );
    }
    if (keystoresOf(context).length >= MAX_FILES) {
      throw context.invalid(`file exceeds the limit of ${String(MAX_FILES)} files per account.`);
    }
    const draft = { name: file.name, description: body.description ?? '', bytes: file.bytes };
    const keystore = createKeystore(state.random, draft, caller, now);
    state.keystores.set(keystore.id, keystore);
    return { result: { keystore_id: keystore.id }, ...SUCCESS };
  },

  downloadKeystore({ query }, context) {
    return download(context, query.domain_id, ({ name }) => name === query.file_name);
  },

  downloadKeystoreByName({ query }, context) {
    return download(context, query.domain_id, ({ id, name }) => id === query.id && name === query.name);
  },

  listKeystore(_input, context) {
    const result = keystoresOf(context)
      .filter((keystore) => canUseKeystore(keystore, context.caller.userId, 'usage'))
      .map(({ id, name }) => ({ id, keystore_name: name }));
    return { result, status: 'success' };
  },

  listKeystoreSearch({ query }, context) {
    const { page = 1, page_size: size = 10, search = '' } = query;
    const found = keystoresOf(context).filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
    const keystore_list = slicePage(found, page - 1, size).map((keystore) => describeKeystore(context, keystore));
    return { result: { total: found.length, keystore_list }, ...SUCCESS };
  },

  updateKeystore({ path, body }, context) {
    if (body.id !== path.id)
      throw context.invalid(`id must be the same in path and body; received ${path.id} and ${body.id}.`);
    const keystore = findKeystore(context, path.id);
    checkRight(context, keystore, 'modify');
    checkName(context, 'keystore_name', body.keystore_name);
    keystore.name = body.keystore_name;
    keystore.description = body.description;
    keystore.shared = body.share === 1;
    keystore.updaterId = context.caller.userId;
    keystore.updatedAt = context.now;
    return SUCCESS;
  },

  deleteKeystore({ path }, context) {
    const keystore = findKeystore(context, path.keystore_id);
    checkRight(context, keystore, 'delete');
    context.state.keystores.delete(keystore.id);
    return { result: null, ...SUCCESS };
  },

  showKeystorePermission({ path, query }, context) {
    const keystore = findKeystore(context, path.keystore_id);
    const { permissions } = keystore;
    const permission_list = slicePage(permissions, Number(query.page) - 1, query.page_size).map((entry) =>
      describePermission(keystore, entry),
    );
    return { result: { total: permissions.length, permission_list }, ...SUCCESS };
  },

  addKeystorePermission({ body }, context) {
    const keystore = findKeystore(context, body.keystore_id);
    checkRight(context, keystore, 'setting');
    if (keystore.permissions.some(({ userId }) => userId === body.user_id)) {
      throw context.invalid(`user_id already has an entry: ${body.user_id}.`);
    }
    const entry: KeystorePermission = {
      id: context.state.random.hex(),
      userId: body.user_id,
      userName: body.user_name,
      isCreator: false,
      usage: body.usage,
      modify: body.modify,
      delete: body.delete,
      setting: body.setting,
      canAbsent: body.can_absent,
    };
    keystore.permissions.push(entry);
    return { result: entry.id, ...SUCCESS };
  },

  updateKeystorePermission({ body }, context) {
    const { keystore, entry } = findPermission(context, body.id);
    if (keystore.id !== body.keystore_id) throw context.unknownId(`permission ${body.id} of file ${body.keystore_id}`);
    checkRight(context, keystore, 'setting');
    if (!entry.canAbsent) throw context.invalid(`id must be an entry that can be changed; received ${entry.id}.`);
    entry.usage = body.usage;
    entry.modify = body.modify;
    entry.delete = body.delete;
    entry.canAbsent = body.can_absent ?? entry.canAbsent;
    return { result: '', ...SUCCESS };
  },

  deleteKeystorePermission({ path }, context) {
    const { keystore, entry } = findPermission(context, path.permission_id);
    checkRight(context, keystore, 'setting');
    if (entry.isCreator) throw context.invalid(`permission_id must not be the creator's entry; received ${entry.id}.`);
    keystore.permissions.splice(keystore.permissions.indexOf(entry), 1);
    return { result: '', ...SUCCESS };
  },
};
