// Made by `npm run generate` from openapi/codearts-build. Edit the YAML files there, never this one.

/**
 * Where CodeArts Build is reached, by region.
 */
export const endpoints: Readonly<Record<string, string>> = {
  'cn-north-1': 'https://cloudbuild-ext.cn-north-1.myhuaweicloud.com',
  'cn-north-4': 'https://cloudbuild-ext.cn-north-4.myhuaweicloud.com',
  'cn-east-2': 'https://cloudbuild-ext.cn-east-2.myhuaweicloud.com',
  'cn-east-3': 'https://cloudbuild-ext.cn-east-3.myhuaweicloud.com',
  'cn-south-1': 'https://cloudbuild-ext.cn-south-1.myhuaweicloud.com',
  'cn-south-2': 'https://cloudbuild-ext.cn-south-2.myhuaweicloud.com',
  'cn-southwest-2': 'https://cloudbuild-ext.cn-southwest-2.myhuaweicloud.com',
  'cn-northeast-1': 'https://cloudbuild-ext.cn-northeast-1.myhuaweicloud.com',
  'ap-southeast-3': 'https://cloudbuild-ext.ap-southeast-3.myhuaweicloud.com',
  'la-north-2': 'https://cloudbuild-ext.la-north-2.myhuaweicloud.com',
  'la-south-2': 'https://cloudbuild-ext.la-south-2.myhuaweicloud.com',
  'sa-brazil-1': 'https://cloudbuild-ext.sa-brazil-1.myhuaweicloud.com',
  'tr-west-1': 'https://cloudbuild-ext.tr-west-1.myhuaweicloud.com',
  'eu-west-101': 'https://build-backend.eu-west-101.myhuaweicloud.eu',
};
