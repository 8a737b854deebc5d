import { checkOptions, someText, type Rule } from '../check.js';
import { environment } from '../platform/environment.js';
import { expandPath, fileProblem, hasFiles, homePath, readTextFile } from '../platform/local-file.js';
import { isHeaderText, type CredentialProvider, type Credentials } from './credentials.js';
import { CredentialsError, UnconfiguredError } from './credentials-error.js';
import { parseIni, type IniFile, type IniValue } from './ini.js';

/** Options of `credentialsFromFile`. */
export interface FileCredentialsOptions {
  /** The file. @default HUAWEICLOUD_SDK_CREDENTIALS_FILE, or ~/.huaweicloud/credentials */
  path?: string | undefined;
  /** Its section. @default basic */
  section?: string | undefined;
}

const rules: Record<keyof FileCredentialsOptions, Rule> = { path: someText, section: someText };

const PATH_VARIABLE = 'HUAWEICLOUD_SDK_CREDENTIALS_FILE';

/** Reads the file that was named, by the option or by the variable, or the one in the user's home where there is one. */
function readFile(named: string | undefined): { path: string; text: string } {
  if (!hasFiles()) throw new UnconfiguredError('this runtime has no files');
  const path = named === undefined ? homePath('.huaweicloud/credentials') : expandPath(named);
  if (path === undefined) throw new UnconfiguredError('the user has no home directory');
  let text: string | undefined;
  try {
    text = readTextFile(path);
  } catch (error) {
    throw new CredentialsError(`${path} cannot be read (${fileProblem(error)})`, { cause: error });
  }
  if (text !== undefined) return { path, text };
  const missing = `${path} is not there`;
  throw named === undefined ? new UnconfiguredError(missing) : new CredentialsError(missing);
}

function parse(path: string, text: string): IniFile {
  try {
    return parseIni(text);
  } catch (error) {
    throw new CredentialsError(`${path}: ${(error as SyntaxError).message}`);
  }
}

function readSection(path: string, section: string, values: Map<string, IniValue>): Credentials {
  const where = `${path} section [${section}]`;
  const read = (key: string): string | undefined => values.get(key)?.value || undefined;
  const ak = read('ak');
  const sk = read('sk');
  if (!ak && !sk && values.has('idp_id')) {
    throw new CredentialsError(`${where} has idp_id, which is not supported: give ak and sk`);
  }
  if (!ak || !sk)
    throw new CredentialsError(`${where} has no ${[!ak && 'ak', !sk && 'sk'].filter(Boolean).join(' and no ')}`);
  for (const key of ['ak', 'security_token', 'project_id', 'domain_id']) {
    const found = values.get(key);
    if (found?.value && !isHeaderText(found.value)) {
      throw new CredentialsError(`${path} line ${found.line}: ${key} must be text without spaces and line breaks`);
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
 * Reads the file in which the vendor's SDKs keep keys, `~/.huaweicloud/credentials`:
 *
 * ```ini
 * [basic]
 * ak = …
 * sk = …
 * project_id = …
 * ```
 *
 * `domain_id`, `security_token` and `iam_endpoint` may stand there too. The file is read anew whenever credentials are needed.
 *
 * @throws CredentialsError (when the first request is made) that names the file, and the line or the section and key that are at fault.
 */
export function credentialsFromFile(options: FileCredentialsOptions = {}): CredentialProvider {
  checkOptions(options, [rules], 'credentialsFromFile');
  return () => new Promise((resolve) => resolve(readCredentials(options)));
}

function readCredentials({ path: pathOption, section: sectionOption }: FileCredentialsOptions): Credentials {
  const named = pathOption ?? (environment()[PATH_VARIABLE] || undefined);
  const section = sectionOption ?? 'basic';
  const { path, text } = readFile(named);
  const values = parse(path, text).get(section);
  if (values) return readSection(path, section, values);
  const missing = `${path} has no section [${section}]`;
  const expected = named !== undefined || sectionOption !== undefined;
  throw expected ? new CredentialsError(missing) : new UnconfiguredError(missing);
}
