import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../common/language.js';

/** The texts of the auditors' portal, and how to tell one of the domain. */
export const useTexts = () => ({ ...useLanguage(), t: useTranslation('audit').t });
