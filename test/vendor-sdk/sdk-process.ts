/**
 * Separate process of the Huawei Cloud SDK, because the SDK prints failed requests with their keys to stdout and writes a machine ID to the home
 * folder. Tests send calls to it and receive the result or error of the SDK.
 */
import { createRequire } from 'node:module';
import type { SdkOutcome, SdkCall, SdkRequest } from './start-sdk.js';

const require = createRequire(import.meta.url);

/** The used parts of a package that may be missing during type checking. */
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

/** Creates the form of a request, as a generated client does: fields in the order of the description. */
function toForm(fields: NonNullable<SdkRequest['form']>): Form {
  const form = new SdkForm();
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, Buffer.from(value.bytes), ...(value.name === undefined ? [] : [{ filename: value.name }]));
  }
  return form;
}

function call(sdkCall: SdkCall): Promise<unknown> {
  if ('iam' in sdkCall) return configure(IamClient.newBuilder(), sdkCall)[sdkCall.iam]!(sdkCall.input);
  const { form, ...request } = sdkCall.request;
  const client = configure(new ClientBuilder((hcClient) => hcClient), sdkCall);
  // Every method of a generated client adds this option.
  return client.sendRequest({ ...request, ...(form && { data: toForm(form) }), responseHeaders: [''] });
}

/** Returns the properties of an SDK error. */
const describeError = (error: Error): SdkOutcome => ({ error: { ...error, name: error.name, message: error.message } });

async function run(sdkCall: SdkCall): Promise<SdkOutcome> {
  try {
    return { result: await call(sdkCall) };
  } catch (error) {
    return describeError(error as Error);
  }
}

process.on('message', (sdkCall: SdkCall) => void run(sdkCall).then((outcome) => process.send?.(outcome)));
process.on('disconnect', () => process.exit());
