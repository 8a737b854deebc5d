/**
 * What every runtime does with the packed package. It runs there as it is, so it uses nothing but the language, the web's own APIs, and the library
 * that it is handed.
 */

/** The package, as it was loaded. */
export type Library = typeof import('../../src/index.js');

/** A request to sign, in a form that can be written as JSON. */
export interface SmokeVector {
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  accessKey: { ak: string; sk: string; securityToken?: string | undefined };
  date: string;
  signedHeaders: string[];
}

/** Where and as whom to call, and what to sign. */
export interface SmokeTarget {
  url: string;
  credentials: { ak: string; sk: string };
  projectId: string;
  jobId: string;
  recordId: string;
  pageSize: number;
  vectors: SmokeVector[];
}

/** What came of it: the same in every runtime. */
export interface SmokeReport {
  signatures: string[];
  taskName: string | undefined;
  /** How often the call was sent that is answered with 503 at first. */
  attempts: number;
  /** How many tasks each page had. */
  pages: number[];
  /** The reasons with which two aborted calls rejected: one without an answer, one in the middle of a download. */
  aborts: unknown[];
  /** How many milliseconds the slower of them took to reject. */
  abortMs: number;
  /** What of the download had come before it was aborted. */
  firstBytes: number;
  /** The last line of a whole log. */
  logEnd: string;
  /** Whether the progress of an upload ended with all of its bytes. */
  uploaded: boolean;
  /** A call that the service refuses. */
  refusal: { isApiError: boolean; hasRequestId: boolean };
}

/** How an aborted call ended. */
interface Ending {
  reason: unknown;
  ms: number;
}

/** Starts a call that aborts itself, with a reason of its own, a moment after it has called `abortSoon`. */
async function endAborted(
  name: string,
  start: (signal: AbortSignal, abortSoon: () => void) => Promise<unknown>,
): Promise<Ending> {
  const controller = new AbortController();
  let abortedAt = 0;
  const abortSoon = (): void => {
    setTimeout(() => {
      abortedAt = performance.now();
      controller.abort(new Error(name));
    }, 50);
  };
  try {
    await start(controller.signal, abortSoon);
    return { reason: 'nothing was aborted', ms: 0 };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : error, ms: performance.now() - abortedAt };
  }
}

/** Signs, calls, sends again, pages, aborts, streams, uploads and is refused. */
export async function runSmoke(library: Library, target: SmokeTarget): Promise<SmokeReport> {
  const { createClient, signRequest, ApiError } = library;
  const { url, credentials, projectId: project_id, jobId: job_id, recordId: record_id } = target;

  const signatures: string[] = [];
  for (const { request, accessKey, date, signedHeaders } of target.vectors) {
    const { signature } = await signRequest(request, accessKey, { date: new Date(date), signedHeaders });
    signatures.push(signature);
  }

  // No pause before the second attempt, so that nobody waits.
  const build = createClient({ endpoint: url, credentials, random: () => 0 });
  const { data, attempts } = await build.showJobInfo({ job_id }).withResponse();

  const pages: number[] = [];
  for await (const page of build.paginate('listProjectJobs', { project_id }, { pageSize: target.pageSize }).pages()) {
    pages.push(page.items.length);
  }

  const unanswered = await endAborted('before an answer', (signal, abortSoon) => {
    abortSoon();
    return build.showRelatedProject({}, { signal });
  });
  let firstBytes = 0;
  const halfway = await endAborted('in the middle', async (signal, abortSoon) => {
    const { body } = await build.downloadBuildFullLog({ record_id }, { signal });
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      firstBytes += value.byteLength;
      if (firstBytes === value.byteLength) abortSoon();
    }
  });

  let logEnd = '';
  const log = await build.downloadBuildFullLog({ record_id });
  for await (const line of log.lines()) logEnd = line || logEnd;

  let sent = { bytes: 0, total: 0 as number | undefined };
  const file = new File([new Uint8Array(50_000).fill(65)], 'settings.xml', { type: 'text/xml' });
  await build.uploadKeystore(
    { body: { file, privacy: 'true' } },
    { onProgress: (progress) => (sent = { ...progress }) },
  );

  const refusal = await build.showJobInfo({ job_id: '0'.repeat(32) }).then(
    () => undefined,
    (error: unknown) => (error instanceof ApiError ? error : undefined),
  );

  return {
    signatures,
    taskName: data.result?.job_name,
    attempts,
    pages,
    aborts: [unanswered.reason, halfway.reason],
    abortMs: Math.max(unanswered.ms, halfway.ms),
    firstBytes,
    logEnd,
    uploaded: sent.bytes >= file.size && sent.bytes === sent.total,
    refusal: {
      isApiError: refusal !== undefined,
      hasRequestId: refusal?.requestId !== undefined,
    },
  };
}
