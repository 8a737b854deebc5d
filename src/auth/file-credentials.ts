/** Credentials from the file of the Huawei Cloud SDKs. */
import { environment, hasFileSystem, homePath, readTextFile } from '#runtime';
import { expandPath, fileErrorCode, valueOf } from '../endpoints/sdk-settings.js';
import { checkOptions, isHeaderValue, nonEmptyString, type Rule } from '../errors/check-options.js';
import { CredentialsError, NotConfiguredError } from '../errors/codearts-error.js';
import { PRINTABLE, type CredentialContext, type CredentialProvider, type Credentials } from './credentials.js';

/** Options of `credentialsFromFile`. */
export interface FileCredentialsOptions {
  /** Path of the file. @default the variable `HUAWEICLOUD_SDK_CREDENTIALS_FILE`, otherwise `~/.huaweicloud/credentials` */
  path?: string | undefined;
  /** Section of the file. @default 'basic' */
  section?: string | undefined;
}

const rules: Record<keyof FileCredentialsOptions, Rule> = { path: nonEmptyString, section: nonEmptyString };

const PATH_VARIABLE = 'HUAWEICLOUD_SDK_CREDENTIALS_FILE';

/** A value of an INI file, and its line. */
interface IniValue {
  readonly value: string;
  readonly line: number;
}

/** The sections of an INI file by name, each with its values by name. */
type IniFile = Map<string, Map<string, IniValue>>;

/**
 * Parses an INI file. Lines that start with `#` or `;` are comments, as is what follows ` #` or ` ;` after a value. Spaces around names and values and quotes
 * around a value are dropped. If a name occurs more than once, the last value counts. Names of values are case-insensitive.
 *
 * @throws CredentialsError that names the line, and shows nothing of it.
 */
export function parseIni(path: string, text: string): IniFile {
  const sections: IniFile = new Map();
  let section: Map<string, IniValue> | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const content = raw.replace(/(^|\s)[#;].*$/, '').trim();
    if (content === '') continue;
    const heading = /^\[(.*)\]$/.exec(content)?.[1]?.trim();
    if (heading !== undefined) {
      section = sections.get(heading) ?? new Map<string, IniValue>();
      sections.set(heading, section);
      continue;
    }
    const equals = content.indexOf('=');
    if (equals < 1) throw new CredentialsError(`${path}: line ${line} must be a section or "name = value"`);
    if (!section) throw new CredentialsError(`${path}: line ${line} must follow a section`);
    const text = content.slice(equals + 1).trim();
    const value = /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
    section.set(content.slice(0, equals).trim().toLowerCase(), { value, line });
  }
  return sections;
}

/** Reads the file at the given path, otherwise the one in the home directory. Only the latter may be missing. */
function readFile(configured: string | undefined): { path: string; text: string } {
  if (!hasFileSystem()) throw new NotConfiguredError('this runtime has no files');
  const path = configured === undefined ? homePath('.huaweicloud/credentials') : expandPath(configured);
  if (path === undefined) throw new NotConfiguredError('the user has no home directory');
  let text: string | undefined;
  try {
    text = readTextFile(path);
  } catch (error) {
    throw new CredentialsError(`cannot read ${path} (${fileErrorCode(error)})`, { cause: error });
  }
  if (text !== undefined) return { path, text };
  const missing = `${path} does not exist`;
  throw configured === undefined ? new NotConfiguredError(missing) : new CredentialsError(missing);
}

function toCredentials(path: string, section: string, values: Map<string, IniValue>): Credentials {
  const place = `${path} section [${section}]`;
  const read = (key: string): string | undefined => values.get(key)?.value || undefined;
  const ak = read('ak');
  const sk = read('sk');
  if (!ak && !sk && values.has('idp_id')) {
    throw new CredentialsError(`${place} has idp_id, which is not supported; set ak and sk`);
  }
  if (!ak || !sk) {
    throw new CredentialsError(`${place} has no ${[!ak && 'ak', !sk && 'sk'].filter(Boolean).join(' and no ')}`);
  }
  for (const key of ['ak', 'sk', 'security_token', 'project_id', 'domain_id']) {
    const found = values.get(key);
    if (found?.value && !isHeaderValue(found.value)) {
      throw new CredentialsError(`${path} line ${found.line}: ${key} must be ${PRINTABLE}`);
    }
  }
  return {
    ak,
    sk,
    securityToken: read('security_token'),
    projectId: read('project_id'),
    domainId: read('domain_id'),
    iamEndpoint: read('iam_endpoint'),
  };
}

/**
 * Reads an access key from the file of the Huawei Cloud SDKs, `~/.huaweicloud/credentials`:
 *
 * ```ini
 * [basic]
 * ak = …
 * sk = …
 * project_id = …
 * ```
 *
 * `domain_id`, `security_token` and `iam_endpoint` are optional. The file is read again whenever credentials are needed.
 *
 * @throws CredentialsError on the first request. The message names the file and the line, or the section and the key.
 */
export function credentialsFromFile(options: FileCredentialsOptions = {}): CredentialProvider {
  const own = checkOptions(options, [rules], 'credentialsFromFile');
  return (context) => new Promise((resolve) => resolve(readCredentials(own, context)));
}

function readCredentials(
  { path: pathOption, section: sectionOption }: FileCredentialsOptions,
  context: CredentialContext,
): Credentials {
  const configured = pathOption ?? (valueOf(environment(), PATH_VARIABLE) || undefined);
  const section = sectionOption ?? 'basic';
  const { path, text } = readFile(configured);
  const values = parseIni(path, text).get(section);
  if (values) {
    context.reportSource?.(`${path} [${section}]`);
    return toCredentials(path, section, values);
  }
  const missing = `${path} has no section [${section}]`;
  const expected = configured !== undefined || sectionOption !== undefined;
  throw expected ? new CredentialsError(missing) : new NotConfiguredError(missing);
}
