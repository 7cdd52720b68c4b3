import { useTexts } from '../texts/use-texts.js';

/** A view that broke. */
export function Failed() {
  const { t } = useTexts();
  return (
    <>
      <h1>{t('failed.title')}</h1>
      <p role="alert">{t('failed.text')}</p>
    </>
  );
}
