// Made by `npm run generate` from openapi/codearts-build. Edit the YAML files there, never this one.

/**
 * Where CodeArts Build is reached.
 */
export const servers: readonly { readonly url: string; readonly regions: readonly string[] }[] = [
  {
    url: 'https://cloudbuild-ext.{region}.myhuaweicloud.com',
    regions: [
      'cn-north-1',
      'cn-north-4',
      'cn-east-2',
      'cn-east-3',
      'cn-south-1',
      'cn-south-2',
      'cn-southwest-2',
      'cn-northeast-1',
      'ap-southeast-3',
      'la-north-2',
      'la-south-2',
      'sa-brazil-1',
      'tr-west-1',
    ],
  },
  { url: 'https://build-backend.{region}.myhuaweicloud.eu', regions: ['eu-west-101'] },
];
