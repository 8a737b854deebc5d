// Made by `npm run generate` from openapi/iam. Edit the YAML files there, never this one.

/**
 * Where Identity and Access Management is reached.
 */
export const servers: readonly { readonly url: string; readonly regions: readonly string[] }[] = [
  {
    url: 'https://iam.{region}.myhuaweicloud.com',
    regions: [
      'cn-north-1',
      'cn-north-2',
      'cn-north-4',
      'cn-north-9',
      'cn-north-12',
      'cn-east-2',
      'cn-east-3',
      'cn-east-4',
      'cn-east-5',
      'cn-south-1',
      'cn-south-2',
      'cn-southwest-2',
      'ap-southeast-1',
      'ap-southeast-2',
      'ap-southeast-3',
      'ap-southeast-4',
      'ae-ad-1',
      'af-south-1',
      'eu-west-0',
      'la-north-2',
      'la-south-2',
      'me-east-1',
      'my-kualalumpur-1',
      'na-mexico-1',
      'ru-moscow-1',
      'sa-brazil-1',
      'tr-west-1',
    ],
  },
  { url: 'https://iam.{region}.myhuaweicloud.eu', regions: ['eu-west-101'] },
  { url: 'https://iam.myhuaweicloud.com', regions: [] },
];
