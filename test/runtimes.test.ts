import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vectors from './fixtures/signing-vectors.json' with { type: 'json' };
import { startCorsRelay } from './runtimes/cors-relay.js';
import { locateRuntimes, type Runtime } from './runtimes/locate-runtimes.js';
import { bundleSmoke, runInChromium, runInWorkerd, runOnConsole, type Delivery } from './runtimes/run-smoke.js';
import type { SmokeReport, SmokeTarget } from './runtimes/smoke.js';
import { createProject, packPackage, type PackedPackage } from './support/packed-package.js';

type SandboxModule = typeof import('../src/sandbox/index.js');

let packed: PackedPackage;
let project: string;
let sandboxes: SandboxModule;

beforeAll(async () => {
  packed = await packPackage();
  project = await createProject(packed, 'project', ['ajv', 'ajv-formats']);
  const entry = join(project, 'node_modules', 'codearts-build', 'dist', 'src', 'sandbox', 'index.js');
  sandboxes = (await import(pathToFileURL(entry).href)) as SandboxModule;
}, 180_000);

afterAll(() => rm(packed.folder, { recursive: true, force: true }));
