/**
 * The program that every runtime runs with the packed package. It uses only the language, web APIs and the library that it is passed.
 */

/** The loaded package. */
export type Library = typeof import('../../src/index.js');

/** A request to sign, serializable as JSON. */
export interface SmokeVector {
  request: { method: string; url: string; headers: Record<string, string>; body: string };
  accessKey: { ak: string; sk: string; securityToken?: string | undefined };
  date: string;
  signedHeaders: string[];
}

/** Endpoint and credentials to call with, and requests to sign. */
export interface SmokeTarget {
  url: string;
  credentials: { ak: string; sk: string };
  projectId: string;
  jobId: string;
  recordId: string;
  pageSize: number;
  vectors: SmokeVector[];
}

/** Results, which are the same in every runtime. */
export interface SmokeReport {
  signatures: string[];
  taskName: string | undefined;
  /** Number of attempts of the call whose first response is 503. */
  attempts: number;
  /** Number of tasks per page. */
  pages: number[];
  /** Rejection reasons of two aborted calls: one before the response, one during a download. */
  aborts: unknown[];
  /** Milliseconds from the abort to the rejection, of the slower call. */
  abortMs: number;
  /** Bytes of the download received before the abort. */
  firstBytes: number;
  /** Last line of a complete log. */
  logEnd: string;
  /** Whether the progress of an upload reached its total. */
  uploaded: boolean;
  /** A call that the service rejects. */
  rejection: { isApiError: boolean; hasRequestId: boolean };
}

/** Result of an aborted call. */
interface AbortResult {
  reason: unknown;
  ms: number;
}

/** Starts a call and aborts it with its own reason shortly after it has called `abortSoon`. */
async function abortCall(
  name: string,
  start: (signal: AbortSignal, abortSoon: () => void) => Promise<unknown>,
): Promise<AbortResult> {
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
    return { reason: 'the call was not aborted', ms: 0 };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : error, ms: performance.now() - abortedAt };
  }
}

/** Signs, calls, retries, paginates, aborts, streams, uploads and gets a rejection. */
export async function runSmoke(library: Library, target: SmokeTarget): Promise<SmokeReport> {
  const { createClient, signRequest, ApiError } = library;
  const { url, credentials, projectId: project_id, jobId: job_id, recordId: record_id } = target;

  const signatures: string[] = [];
  for (const { request, accessKey, date, signedHeaders } of target.vectors) {
    const { signature } = await signRequest(request, accessKey, { date: new Date(date), signedHeaders });
    signatures.push(signature);
  }

  // No delay before the second attempt.
  const build = createClient({ endpoint: url, credentials, random: () => 0 });
  const { data, attempts } = await build.showJobInfo({ job_id }).withResponse();

  const pages: number[] = [];
  for await (const page of build.paginate('listProjectJobs', { project_id }, { pageSize: target.pageSize }).pages()) {
    pages.push(page.items.length);
  }

  const beforeResponse = await abortCall('before the response', (signal, abortSoon) => {
    abortSoon();
    return build.showRelatedProject({}, { signal });
  });
  let firstBytes = 0;
  const duringBody = await abortCall('during the body', async (signal, abortSoon) => {
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

  const rejection = await build.showJobInfo({ job_id: '0'.repeat(32) }).then(
    () => undefined,
    (error: unknown) => (error instanceof ApiError ? error : undefined),
  );

  return {
    signatures,
    taskName: data.result?.job_name,
    attempts,
    pages,
    aborts: [beforeResponse.reason, duringBody.reason],
    abortMs: Math.max(beforeResponse.ms, duringBody.ms),
    firstBytes,
    logEnd,
    uploaded: sent.bytes >= file.size && sent.bytes === sent.total,
    rejection: {
      isApiError: rejection !== undefined,
      hasRequestId: rejection?.requestId !== undefined,
    },
  };
}
