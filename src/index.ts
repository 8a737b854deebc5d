/** Clients of Huawei Cloud CodeArts Build, of the build jobs of ServiceStage, and of the part of IAM that authentication needs. */
export {
  createClient,
  createIamClient,
  createServiceStageClient,
  type ClientOptions,
  type CodeArtsBuildClient,
  type IamClient,
  type ServiceStageClient,
} from './client.js';
export type * as CodeArtsBuild from '../generated/codearts-build/types.js';
export type * as ServiceStage from '../generated/servicestage/types.js';
export type * as Iam from '../generated/iam/types.js';

// Calls and lists
export type { Call, CallOptions, CallResult, Download } from './operations/contract.js';
export type { HttpMethods } from './operations/service.js';
export type { ListPage, Paginated, PaginateOptions } from './operations/paginate.js';
export type { ProgressListener, TransferProgress } from './files/upload.js';

// Builds
export type {
  ApiVersion,
  AttachOptions,
  AttachTarget,
  BuildHandle,
  BuildParameters,
  BuildTarget,
  LogPosition,
  Revision,
  StartBuildInput,
  StartBuildOptions,
} from './builds/build-input.js';
export { decodeParameters, encodeParameters, type TaskParameter } from './builds/task-parameters.js';
export type { BuildRun } from './builds/build-run.js';
export type {
  BuildProgress,
  FollowOptions,
  LogOptions,
  LogRange,
  WaitOptions,
  WatchOptions,
} from './builds/watch-options.js';
export {
  formatBuildSummary,
  type BuildArtifact,
  type BuildEvent,
  type BuildFailure,
  type BuildStep,
  type EndEvent,
  type LogEvent,
  type NoteEvent,
  type ProgressEvent,
  type QueuedEvent,
  type StartEvent,
  type StepEvent,
} from './builds/events.js';
export type { FindOptions } from './builds/find.js';
export { TaskNotFoundError, type ProjectReference, type TaskMatch, type TaskReference } from './builds/not-found.js';
export { createLimiter, type Limiter, type LimiterOptions } from './builds/limiter.js';
export { LogLimitError } from './builds/log.js';
export { parseLogLine, type LogLine } from './builds/log-line.js';
export { followAll, waitAll, type FollowAllOptions, type WaitAllOptions, type Waitable } from './builds/many.js';
export type { WatchProjectInput, WatchProjectOptions } from './builds/watch-project.js';
export { formatTime, parseTime, type TimeOptions } from './builds/time.js';

// Authentication
export type { CredentialContext, CredentialProvider, Credentials, CredentialSource } from './auth/credentials.js';
export { credentialsFromEnv, defaultCredentials } from './auth/default-credentials.js';
export { credentialsFromFile, type FileCredentialsOptions } from './auth/file-credentials.js';
export { credentialsFromMetadata, type MetadataCredentialsOptions } from './auth/metadata-credentials.js';
export { temporaryCredentials, type TemporaryCredentialsOptions } from './auth/temporary-credentials.js';
export {
  projectIdFromIam,
  type ProjectIdContext,
  type ProjectIdOptions,
  type ProjectIdProvider,
} from './auth/project-id.js';
export type { Agency } from './auth/iam.js';
export {
  agencyToken,
  passwordToken,
  staticToken,
  type AgencyTokenOptions,
  type PasswordTokenOptions,
  type TokenScopeOptions,
} from './auth/token.js';
export {
  signRequest,
  type AccessKey,
  type SignableRequest,
  type SignedRequest,
  type SignOptions,
} from './auth/sign.js';
export type {
  AuthenticateOptions,
  Authentication,
  Authenticator,
  AuthenticatorSession,
  ClientContext,
  OutgoingRequest,
} from './http/authenticator.js';

// Errors
export {
  AmbiguousStartError,
  BuildFailedError,
  CodeArtsError,
  CredentialsError,
  isCodeArtsError,
  PaginationError,
  type BuildSummary,
} from './errors/codearts-error.js';
export {
  ApiError,
  NetworkError,
  ReplayError,
  ResponseFormatError,
  TimeoutError,
  type NearestEntry,
  type RequestDetails,
} from './errors/request-errors.js';

// Observation and tests
export type {
  ClientEvent,
  CredentialsEvent,
  EventListener,
  PollEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from './http/events.js';
export type { RetryReason } from './http/retry.js';
export type { Clock } from './http/timing.js';
export { createRecorder, type HarLog, type Recorder, type RecorderOptions } from './http/recorder.js';
export { createReplay, type Replay, type ReplayOptions } from './http/replay.js';
