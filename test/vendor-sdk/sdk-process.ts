/**
 * A process of its own for the vendor's SDK, which writes requests with their keys to stdout whenever one fails, and an id of the machine into
 * the home folder. Tests send it calls, and get back what the SDK returned or threw.
 */
import { createRequire } from 'node:module';
import type { SdkAnswer, SdkCall, SdkRequest } from './start-sdk.js';

const require = createRequire(import.meta.url);

/** What is used of a package that the type checker does not see where it is not installed. */
interface Credentials {
  withAk(ak: string): Credentials;
  withSk(sk: string): Credentials;
  withProjectId(id: string): Credentials;
  withSecurityToken(token: string): Credentials;
  withIamEndpoint(endpoint: string): Credentials;
}
interface HcClient {
  sendRequest(options: object): Promise<unknown>;
}
interface Builder<Client> {
  withCredential(credentials: Credentials): Builder<Client>;
  withEndpoint(endpoint: string): Builder<Client>;
  withRegion(region: object): Builder<Client>;
  withOptions(options: object): Builder<Client>;
  build(): Client;
}
type Form = object & { append(name: string, value: unknown, options?: object): void };

const { BasicCredentials } = require('@huaweicloud/huaweicloud-sdk-core') as {
  BasicCredentials: new () => Credentials;
};
const { ClientBuilder } = require('@huaweicloud/huaweicloud-sdk-core/ClientBuilder') as {
  ClientBuilder: new <Client>(init: (client: HcClient) => Client) => Builder<Client>;
};
const { Region } = require('@huaweicloud/huaweicloud-sdk-core/region/region') as {
  Region: new (id: string, endpoint: string) => object;
};
const { IamClient } = require('@huaweicloud/huaweicloud-sdk-iam/v3/public-api') as {
  IamClient: { newBuilder(): Builder<Record<string, (request: object) => Promise<unknown>>> };
};
const SdkForm = require('form-data') as new () => Form;

function configure<Client>(
  builder: Builder<Client>,
  { endpoint, region, keys: { ak, sk, projectId, securityToken }, options }: SdkCall,
): Client {
  const credentials = new BasicCredentials().withAk(ak).withSk(sk);
  if (projectId !== undefined) credentials.withProjectId(projectId);
  if (securityToken !== undefined) credentials.withSecurityToken(securityToken);
  if (region === undefined) builder.withEndpoint(endpoint);
  else builder.withRegion(new Region(region, endpoint));
  return builder
    .withCredential(credentials.withIamEndpoint(endpoint))
    .withOptions(options ?? {})
    .build();
}

/** The form of a request, as a generated client fills it: the fields in the order of the document. */
function toForm(fields: NonNullable<SdkRequest['form']>): Form {
  const form = new SdkForm();
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, Buffer.from(value.bytes), ...(value.name === undefined ? [] : [{ filename: value.name }]));
  }
  return form;
}

function call(wanted: SdkCall): Promise<unknown> {
  if ('iam' in wanted) return configure(IamClient.newBuilder(), wanted)[wanted.iam]!(wanted.input);
  const { form, ...request } = wanted.request;
  const client = configure(new ClientBuilder((hcClient) => hcClient), wanted);
  // What every method of a generated client adds.
  return client.sendRequest({ ...request, ...(form && { data: toForm(form) }), responseHeaders: [''] });
}

/** An error of the SDK, as its properties. */
const describeError = (error: Error): SdkAnswer => ({ error: { ...error, name: error.name, message: error.message } });

async function answer(wanted: SdkCall): Promise<SdkAnswer> {
  try {
    return { result: await call(wanted) };
  } catch (error) {
    return describeError(error as Error);
  }
}

process.on('message', (wanted: SdkCall) => void answer(wanted).then((answered) => process.send?.(answered)));
process.on('disconnect', () => process.exit());
