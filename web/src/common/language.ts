import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../domain/schemas/common.js';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const languageOf = (text: string): Language => (text.startsWith('en') ? 'en' : 'zh');

/** The half of a text in both languages that is read now. */
const inLanguage = (text: Bilingual, language: Language): string => text[language];

/** A schema's message holds both languages, Chinese on the first line (`say` of domain/schemas/common.ts). */
function messageIn(message: string, language: Language): string {
  const [zh = '', en = zh] = message.split('\n');
  return language === 'en' ? en : zh;
}

/** The language that is read now, and how to tell a text of the domain in it. */
export function useLanguage() {
  const { i18n } = useTranslation();
  const language = languageOf(i18n.language);
  return {
    language,
    tell: (text: Bilingual): string => inLanguage(text, language),
    /** Several of a kind, as they are written one after the other. */
    list: (texts: readonly string[]): string => texts.join(language === 'en' ? ', ' : '、'),
    tellMessage: (message: string): string => messageIn(message, language),
  };
}
