/** A client of Huawei Cloud CodeArts Build, of ServiceStage's build jobs, and of the part of IAM that authentication needs. */
export {
  createClient,
  createIamClient,
  createServiceStageClient,
  type ClientOptions,
  type CodeArtsBuildClient,
  type IamClient,
  type ServiceStageClient,
} from './client.js';
export type { Call, CallOptions, CallResult, Download } from './contract.js';
export type { CredentialContext, CredentialProvider, Credentials } from './credentials/credentials.js';
export { credentialsFromEnv } from './credentials/environment.js';
export type { Authenticator } from './authenticator.js';
export { passwordToken, staticToken, type PasswordTokenOptions } from './token.js';
export {
  ApiError,
  CodeArtsError,
  CredentialsError,
  isCodeArtsError,
  NetworkError,
  ResponseFormatError,
  TimeoutError,
} from './errors.js';
export type { ClientEvent, EventListener } from './events.js';
export type { Clock } from './clock.js';
export { signRequest, type AccessKey, type SignableRequest, type SignedRequest, type SignOptions } from './sign.js';
