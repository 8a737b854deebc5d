/** Base images for custom build images. */
import type { components } from '../../generated/codearts-build/schema.js';

/** An image. */
export type ImageTemplate = Required<components['schemas']['ImageTemplate']>;

const image = (
  image_id: string,
  image_label: string,
  create_time: string,
  [base_image, title, description]: [string, string, string],
): ImageTemplate => ({
  image_id,
  organization: 'codeci',
  image_name: 'special_base_image',
  image_label,
  base_image,
  title,
  description,
  create_time,
});

const TOOLS = 'OpenJDK 1.8.0_40, Maven 3.5.3, Ant 1.10.3, Git, Wget, zip, unzip, bzip2, GCC, Make and CMake';

/** Creates one image per architecture. The first one is the documented one. */
export const createImageTemplates = (): ImageTemplate[] => [
  image('e1579739-cd2e-11e9-b7c2-286ed489051f', 'arm-centos7-base-1.0.1', '2021-08-17T00:00:00.000Z', [
    'centos',
    'ARM base image',
    `CentOS 7 for builds on ARM, with ${TOOLS}.`,
  ]),
  image('5b0f8f7c-cd2e-41e9-b7c2-286ed489051f', 'x86-centos7-base-1.0.1', '2021-08-17T00:00:00.000Z', [
    'centos',
    'x86 base image',
    `CentOS 7 for builds on x86, with ${TOOLS}.`,
  ]),
];

/** Prints a Dockerfile that uses an image. The service's Dockerfile is undocumented. */
export const printDockerfile = (template: ImageTemplate, region: string): string =>
  [
    `# ${template.description}`,
    `FROM swr.${region}.myhuaweicloud.com/${template.organization}/${template.image_name}:${template.image_label}`,
    'WORKDIR /usr/workspace',
    'COPY . .',
    '',
  ].join('\n');
