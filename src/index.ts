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
export type { BuildHandle } from './builds/build-handle.js';
export type { BuildRun, LogOptions, StartBuildOptions } from './builds/build-run.js';
export type { FinalStatus } from './builds/build.js';
export type { BuildProgress, WaitOptions } from './builds/wait.js';
export { waitAll, type Waitable } from './builds/wait-all.js';
export type { Schedule } from './builds/schedule.js';
export type { BuildStep, GenerationName, PastBuild, StartBuildInput } from './builds/generation.js';
export type { LogPosition } from './builds/log.js';
export { parseLogLine, type LogLine } from './builds/log-line.js';
export type { Paginated } from './paginate.js';
export type { ListPage, PaginateOptions } from './lists/walk-pages.js';
export type { Call, CallOptions, CallResult, Download, ProgressListener, TransferProgress } from './contract.js';
export type { CredentialContext, CredentialProvider, Credentials } from './credentials/credentials.js';
export { defaultCredentials } from './credentials/default-chain.js';
export { credentialsFromEnv } from './credentials/environment.js';
export { credentialsFromFile, type FileCredentialsOptions } from './credentials/file.js';
export { credentialsFromMetadata, type MetadataCredentialsOptions } from './credentials/metadata.js';
export { temporaryCredentials, type TemporaryCredentialsOptions } from './credentials/temporary.js';
export { projectIdFromIam, type ProjectIdOptions } from './credentials/project-id.js';
export type { ProjectIdContext, ProjectIdProvider } from './credentials/found-project.js';
export type { Agency } from './credentials/agency.js';
export type {
  Authenticator,
  AuthenticatorHost,
  AuthenticatorSession,
  OutgoingRequest,
  Proof,
  ProofOptions,
} from './authenticator.js';
export type { Identity } from './identity.js';
export {
  agencyToken,
  passwordToken,
  staticToken,
  type AgencyTokenOptions,
  type PasswordTokenOptions,
  type TokenScopeOptions,
} from './token.js';
export { CodeArtsError, isCodeArtsError, NetworkError, TimeoutError, type RequestFacts } from './errors.js';
export { CredentialsError } from './credentials/credentials-error.js';
export { ApiError, ResponseFormatError } from './failures/api-error.js';
export { AmbiguousStartError, BuildFailedError } from './builds/build-error.js';
export { PaginationError } from './lists/pagination-error.js';
export type { RetryReason } from './failures/retry.js';
export { createRecorder, type HarLog, type Recorder, type RecorderOptions } from './recorder.js';
export type { ClientEvent, EventListener } from './events.js';
export type { Clock } from './clock.js';
export { signRequest, type AccessKey, type SignableRequest, type SignedRequest, type SignOptions } from './sign.js';
