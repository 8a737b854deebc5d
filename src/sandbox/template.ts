/** Templates for build tasks. */
import type { components } from '../../generated/codearts-build/schema.js';
import { createRandom, type Random } from './random.js';

type Schemas = components['schemas'];

/** A template: an official one, which has a language and no author, or a custom one. */
export interface Template {
  uuid: string;
  /** ID of the record in the service's database. Only usage records contain it. */
  id: string;
  name: string;
  description: string;
  toolType: string;
  steps: Schemas['BuildStepConfig'][];
  parameters: Schemas['ParameterDefinition'][];
  /** IDs of the users who marked it as a favorite. */
  favoriteOf: string[];
  /** Creator and time; undefined for an official template. */
  owner: { userId: string; domainId: string; createdAt: number } | undefined;
  /** Programming language of an official template. */
  language: string | undefined;
}

/** The part of the state that contains templates. */
interface TemplateStore {
  readonly templates: Map<string, Template>;
  readonly random: Random;
}

/** The parameter that every task has. */
export const CODE_BRANCH: Schemas['ParameterDefinition'] = {
  name: 'hudson.model.StringParameterDefinition',
  params: [
    { name: 'name', value: 'codeBranch', limits: null },
    { name: 'type', value: 'normalparam', limits: null },
    { name: 'defaultValue', value: 'master', limits: null },
    { name: 'description', value: 'Branch to build', limits: null },
    { name: 'deletion', value: 'false', limits: null },
    { name: 'defaults', value: 'true', limits: null },
    { name: 'staticVar', value: 'false', limits: null },
    { name: 'sensitiveVar', value: 'false', limits: null },
  ],
};

const step = (moduleId: string, name: string, properties: Record<string, unknown>): Schemas['BuildStepConfig'] => ({
  module_id: moduleId,
  name,
  properties,
  version: null,
  enable: true,
});

const UPLOAD = step('devcloud2018.codeci_action_20018.action', 'Upload to the release repository', {
  image: 'shell4.2.46-git1.8.3-zip6.00',
  buildVersion: '',
  file: '**/target/*.?ar',
});

const OFFICIAL = [
  {
    id: '00013',
    name: 'Maven',
    language: 'java',
    toolType: 'maven',
    build: step('devcloud2018.codeci_action_20043.action', 'Build with Maven', {
      image: 'maven3.5.3-jdk8-open',
      cacheOption: 'cached',
      command: 'mvn package -Dmaven.test.skip=true -U -e -X -B',
    }),
  },
  {
    id: '00014',
    name: 'npm',
    language: 'javaScript',
    toolType: 'npm',
    build: step('sandbox.codeci_action_npm.action', 'Build with npm', {
      image: 'nodejs18.15.0',
      command: 'npm ci\nnpm run build',
    }),
  },
  {
    id: '00015',
    name: 'Gradle',
    language: 'java',
    toolType: 'gradle',
    build: step('sandbox.codeci_action_gradle.action', 'Build with Gradle', {
      image: 'gradle7.4.2-jdk11',
      command: 'gradle build',
    }),
  },
  {
    id: '00016',
    name: 'CMake',
    language: 'C/C++',
    toolType: 'cmake',
    build: step('sandbox.codeci_action_cmake.action', 'Build with CMake', {
      image: 'cmake3.16.5-gcc7.3.0',
      command: 'cmake -S . -B build\ncmake --build build',
    }),
  },
];

/** Adds official templates, with the same UUIDs in every sandbox. */
export function addOfficialTemplates(state: TemplateStore): void {
  for (const { id, name, language, toolType, build } of OFFICIAL) {
    const uuid = createRandom(`official template ${name}`).hex();
    state.templates.set(uuid, {
      uuid,
      id,
      name,
      description: `Builds projects with ${name}.`,
      toolType,
      language,
      steps: [build, UPLOAD],
      parameters: [CODE_BRANCH],
      favoriteOf: [],
      owner: undefined,
    });
  }
}

/** Adds a custom template to an account. */
export function addCustomTemplate(
  state: TemplateStore,
  draft: Schemas['NewBuildTemplate'],
  owner: { userId: string; domainId: string; createdAt: number },
  ids: Partial<Pick<Template, 'uuid' | 'id'>> = {},
): Template {
  const { random } = state;
  const template: Template = {
    uuid: random.hex(),
    id: random.hex(24),
    ...ids,
    name: draft.name,
    description: draft.description ?? '',
    toolType: draft.tool_type ?? 'action',
    language: undefined,
    steps: (draft.template.steps ?? []).map(({ module_id, name, properties = null, version, enable = true }) => ({
      module_id,
      name: name ?? module_id,
      properties,
      version: version ?? null,
      enable,
    })),
    parameters: draft.parameters ?? [],
    favoriteOf: [],
    owner,
  };
  state.templates.set(template.uuid, template);
  return template;
}
