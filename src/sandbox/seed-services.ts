/** Initial data besides tasks: templates, a file, dependency repositories, and a ServiceStage build job. */
import { plannedEnd } from './engine.js';
import { createImageTemplates } from './image-template.js';
import { createKeystore } from './keystore.js';
import { parseScenario } from './scenario.js';
import { addStageJob, startStageBuild } from './stage-job.js';
import type { StageJobSpec } from './stage-state.js';
import type { State } from './state.js';
import { addCustomTemplate, addOfficialTemplates, CODE_BRANCH } from './template.js';

const HOUR_MS = 3_600_000;

const SETTINGS = `<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0">
  <localRepository>/repository/local/maven</localRepository>
</settings>
`;

/** Results of the past builds of the build job, oldest first. */
const PAST = ['success', 'fail:4', 'success'].map(parseScenario);

/** Definition of a build job. */
export const STAGE_SPEC: StageJobSpec = {
  job_name: 'shop-backend',
  job_description: 'Builds the backend of the shop',
  environment_setting: { docker_version: '18.09', use_public_cluster: true, build_os: { arch: 'x86_64' } },
  code_repo: {
    type: 'Github',
    url: 'https://github.com/example/shop-backend.git',
    branch: 'master',
    namespace: 'example',
  },
  enterprise_project_id: '0',
};

/** Adds official templates and images. */
export const seedEmptyServices = (state: State): void => {
  addOfficialTemplates(state);
  state.imageTemplates.push(...createImageTemplates());
};

/** The repositories that the demo's GitCode endpoint can access, with their branches. */
const GIT_CODE: Readonly<Record<string, readonly string[]>> = {
  'shop-tools': ['main', 'next'],
  'shop-docs': ['main'],
};

/** Adds a service endpoint with two repositories on GitCode. */
function addGitCodeEndpoint({ random, gitCodeEndpoints }: State, author: string, createdAt: number): void {
  const repositories = Object.entries(GIT_CODE).map(([name, branches]) => ({
    id: Number(random.text(7, '123456789')),
    name,
    branches: branches.map((branch) => ({
      name: branch,
      commit: { id: random.hex(40), message: `Start ${branch}\n\nThe first commit.`, author, createdAt },
    })),
  }));
  gitCodeEndpoints.set(random.hex(), repositories);
}

/** Adds official and custom templates, a file, dependency and GitCode repositories, and a build job with three past builds. */
export function seedDemoServices(state: State, now: number): void {
  seedEmptyServices(state);
  const { id: userId, name: userName, domainId } = state.users[0]!;
  const draft = {
    name: 'maven-package',
    description: 'Packages a Maven project',
    template: { steps: [{ module_id: 'devcloud2018.codeci_action_20043.action', name: 'Build with Maven' }] },
    parameters: [CODE_BRANCH],
  };
  const then = now - 48 * HOUR_MS;
  addCustomTemplate(state, draft, { userId, domainId, createdAt: then });
  const file = { name: 'settings.xml', description: 'Mirrors for Maven', bytes: new TextEncoder().encode(SETTINGS) };
  const keystore = createKeystore(state.random, file, { userId, userName, domainId }, then);
  state.keystores.set(keystore.id, keystore);
  for (const [projectId] of state.projects) {
    for (const name of ['maven-private', 'npm-private']) {
      const url = `https://nexus.example.com/repository/${name}/`;
      state.dependencyRepositories.push({ id: state.random.hex(), projectId, name, url, creatorId: userId });
    }
  }
  const job = addStageJob(state, STAGE_SPEC, userId, then);
  for (const [index, scenario] of PAST.entries()) {
    const build = startStageBuild(state, job, { now: then + (index + 1) * 12 * HOUR_MS, userId, scenario });
    if (plannedEnd(build) > now) throw new Error(`Build ${String(build.number)} of the past ends in the future`);
  }
  addGitCodeEndpoint(state, userName, then);
}
