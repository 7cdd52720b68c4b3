import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../language.js';

/** Chinese first; the other language is one press away, on every page. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('common');
  const other = LANGUAGES.find((language) => language !== i18n.language) ?? 'en';
  return (
    <button type="button" className="quiet" lang={other} onClick={() => void i18n.changeLanguage(other)}>
      {t(`language.${other}`)}
    </button>
  );
}
