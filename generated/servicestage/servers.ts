// Made by `npm run generate` from openapi/servicestage. Edit the YAML files there, never this one.

/**
 * Where ServiceStage build jobs is reached.
 */
export const servers: readonly { readonly url: string; readonly regions: readonly string[] }[] = [
  {
    url: 'https://servicestage.{region}.myhuaweicloud.com',
    regions: [
      'cn-north-1',
      'cn-north-4',
      'cn-north-9',
      'cn-north-12',
      'cn-east-2',
      'cn-east-3',
      'cn-east-4',
      'cn-south-1',
      'cn-south-4',
      'cn-southwest-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'af-south-1',
      'la-north-2',
      'la-south-2',
      'me-east-1',
      'my-kualalumpur-1',
      'ru-moscow-1',
      'sa-brazil-1',
      'tr-west-1',
    ],
  },
];
