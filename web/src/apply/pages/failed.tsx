import { useTexts } from '../texts/use-texts.js';

/** A view that broke: nothing that was filled in is lost by it. */
export function Failed() {
  const { t } = useTexts();
  return (
    <>
      <h1>{t('failed.title')}</h1>
      <p role="alert">{t('failed.text')}</p>
    </>
  );
}
