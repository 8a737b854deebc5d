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
export {
  waitAll,
  type BuildHandle,
  type BuildProgress,
  type BuildRun,
  type FinalStatus,
  type LogOptions,
  type Schedule,
  type StartBuildOptions,
  type WaitOptions,
} from './build-run.js';
export type { BuildStep, GenerationName, PastBuild, StartBuildInput } from './generation.js';
export { parseLogLine, type LogLine, type LogPosition } from './log.js';
export type { ListPage, Paginated, PaginateOptions } from './paginate.js';
export type { ProgressListener, TransferProgress } from './progress.js';
export type { Call, CallOptions, CallResult, Download } from './contract.js';
export type { CredentialContext, CredentialProvider, Credentials } from './credentials/credentials.js';
export { credentialsFromEnv } from './credentials/environment.js';
export type { Authenticator } from './authenticator.js';
export { passwordToken, staticToken, type PasswordTokenOptions } from './token.js';
export {
  AmbiguousStartError,
  ApiError,
  BuildFailedError,
  CodeArtsError,
  CredentialsError,
  isCodeArtsError,
  NetworkError,
  PaginationError,
  ResponseFormatError,
  TimeoutError,
} from './errors.js';
export type { ClientEvent, EventListener } from './events.js';
export type { Clock } from './clock.js';
export { signRequest, type AccessKey, type SignableRequest, type SignedRequest, type SignOptions } from './sign.js';
