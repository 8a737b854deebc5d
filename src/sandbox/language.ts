/** Words that the service writes in the language of the account. */

/** Known languages. */
export const LANGUAGES = ['zh', 'en'] as const;

/** Language of an account: Chinese or English. */
export type Language = (typeof LANGUAGES)[number];

/** Texts that the service writes in logs. */
interface Words {
  /** Default names of steps, by module. */
  readonly steps: Readonly<Record<string, string>>;
  readonly started: string;
  readonly initialized: string;
  readonly finished: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    steps: {
      checkout: '代码检出',
      external_maven: 'Maven构建',
      external_npm: 'Npm构建',
      external_docker: '制作镜像',
      external_upload: '上传软件包到软件发布库',
    },
    started: '该步骤开始执行',
    initialized: '参数初始化成功。',
    finished: '该步骤执行完成',
  },
  en: {
    steps: {
      checkout: 'Code checkout',
      external_maven: 'Build with Maven',
      external_npm: 'Build with npm',
      external_docker: 'Build image',
      external_upload: 'Upload to release repository',
    },
    started: 'The step starts.',
    initialized: 'Parameters initialized.',
    finished: 'The step finished.',
  },
};

export const wordsOf = (language: Language): Words => WORDS[language];

/** Returns the default name of a step. */
export const stepName = (language: Language, module: string): string => WORDS[language].steps[module] ?? module;
