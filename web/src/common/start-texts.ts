import { createInstance, type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languageOf, type Language } from './language.js';
import { commonEn } from './texts/en.js';
import { commonZh } from './texts/zh.js';

const KEPT = 'zhibao-language';
const TAGS: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** The catalogues of a portal beside the common ones, Chinese unless the reader has chosen otherwise. */
export async function startTexts(name: string, catalogues: Readonly<Record<Language, object>>): Promise<i18n> {
  const resources: Resource = {
    zh: { common: commonZh, [name]: catalogues.zh },
    en: { common: commonEn, [name]: catalogues.en },
  };
  const texts = createInstance();
  texts.on('languageChanged', showLanguage);
  await texts.use(initReactI18next).init({
    ...{ resources, lng: languageOf(localStorage.getItem(KEPT) ?? 'zh'), fallbackLng: 'zh' },
    ...{ defaultNS: name, fallbackNS: 'common', interpolation: { escapeValue: false } },
  });
  return texts;
}

function showLanguage(language: string): void {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = TAGS[languageOf(language)];
}
