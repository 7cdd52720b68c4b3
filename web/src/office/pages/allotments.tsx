import { Allotments } from '../money/allotments.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** All allotments of the area, by their documents. */
export function AllotmentsPage() {
  const { t } = useTexts();
  useTitle(t('funds.allotments'));
  return (
    <>
      <h1>{t('funds.allotments')}</h1>
      <p className="hint">{t('allotments.lead')}</p>
      <Allotments />
    </>
  );
}
