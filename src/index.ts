/** A client of Huawei Cloud CodeArts Build, of ServiceStage's build jobs, and of the part of IAM that authentication needs. */
export {
  createClient,
  createIamClient,
  createServiceStageClient,
  type ClientOptions,
  type CodeArtsBuildClient,
  type HttpMethods,
  type IamClient,
  type ServiceStageClient,
} from './client.js';
export type * as CodeArtsBuild from '../generated/codearts-build/types.js';
export type * as ServiceStage from '../generated/servicestage/types.js';
export type * as Iam from '../generated/iam/types.js';
export type { BuildHandle, BuildRun, LogOptions, StartBuildOptions } from './build-run.js';
export type { FinalStatus } from './build.js';
export { waitAll, type BuildProgress, type Schedule, type Waitable, type WaitOptions } from './wait.js';
export type { BuildStep, GenerationName, PastBuild, StartBuildInput } from './generation.js';
export { parseLogLine, type LogLine, type LogPosition } from './log.js';
export type { ListPage, Paginated, PaginateOptions } from './paginate.js';
export type { ProgressListener, TransferProgress } from './progress.js';
export type { Call, CallOptions, CallResult, Download } from './contract.js';
export type { CredentialContext, CredentialProvider, Credentials } from './credentials/credentials.js';
export { defaultCredentials } from './credentials/default-chain.js';
export { credentialsFromEnv } from './credentials/environment.js';
export { credentialsFromFile, type FileCredentialsOptions } from './credentials/file.js';
export { credentialsFromMetadata, type MetadataCredentialsOptions } from './credentials/metadata.js';
export { temporaryCredentials, type TemporaryCredentialsOptions } from './credentials/temporary.js';
export {
  projectIdFromIam,
  type ProjectIdContext,
  type ProjectIdOptions,
  type ProjectIdProvider,
} from './credentials/project-id.js';
export type { Agency } from './credentials/agency.js';
export type {
  Authenticator,
  AuthenticatorHost,
  AuthenticatorSession,
  Identity,
  OutgoingRequest,
  Proof,
  ProofOptions,
} from './authenticator.js';
export {
  agencyToken,
  passwordToken,
  staticToken,
  type AgencyTokenOptions,
  type PasswordTokenOptions,
  type TokenScopeOptions,
} from './token.js';
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
  type RequestFacts,
} from './errors.js';
export type { RetryReason } from './retry.js';
export { createRecorder, type HarLog, type Recorder, type RecorderOptions } from './recorder.js';
export type { ClientEvent, EventListener } from './events.js';
export type { Clock } from './clock.js';
export { signRequest, type AccessKey, type SignableRequest, type SignedRequest, type SignOptions } from './sign.js';
