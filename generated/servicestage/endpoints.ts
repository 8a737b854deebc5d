// Made by `npm run generate` from openapi/servicestage. Edit the YAML files there, never this one.

/**
 * Where ServiceStage build jobs is reached, by region.
 */
export const endpoints: Readonly<Record<string, string>> = {
  'cn-north-1': 'https://servicestage.cn-north-1.myhuaweicloud.com',
  'cn-north-4': 'https://servicestage.cn-north-4.myhuaweicloud.com',
  'cn-north-9': 'https://servicestage.cn-north-9.myhuaweicloud.com',
  'cn-north-12': 'https://servicestage.cn-north-12.myhuaweicloud.com',
  'cn-east-2': 'https://servicestage.cn-east-2.myhuaweicloud.com',
  'cn-east-3': 'https://servicestage.cn-east-3.myhuaweicloud.com',
  'cn-east-4': 'https://servicestage.cn-east-4.myhuaweicloud.com',
  'cn-south-1': 'https://servicestage.cn-south-1.myhuaweicloud.com',
  'cn-south-4': 'https://servicestage.cn-south-4.myhuaweicloud.com',
  'cn-southwest-2': 'https://servicestage.cn-southwest-2.myhuaweicloud.com',
  'ap-southeast-1': 'https://servicestage.ap-southeast-1.myhuaweicloud.com',
  'ap-southeast-2': 'https://servicestage.ap-southeast-2.myhuaweicloud.com',
  'ap-southeast-3': 'https://servicestage.ap-southeast-3.myhuaweicloud.com',
  'ap-southeast-4': 'https://servicestage.ap-southeast-4.myhuaweicloud.com',
  'af-south-1': 'https://servicestage.af-south-1.myhuaweicloud.com',
  'la-north-2': 'https://servicestage.la-north-2.myhuaweicloud.com',
  'la-south-2': 'https://servicestage.la-south-2.myhuaweicloud.com',
  'me-east-1': 'https://servicestage.me-east-1.myhuaweicloud.com',
  'my-kualalumpur-1': 'https://servicestage.my-kualalumpur-1.myhuaweicloud.com',
  'ru-moscow-1': 'https://servicestage.ru-moscow-1.myhuaweicloud.com',
  'sa-brazil-1': 'https://servicestage.sa-brazil-1.myhuaweicloud.com',
  'tr-west-1': 'https://servicestage.tr-west-1.myhuaweicloud.com',
};
