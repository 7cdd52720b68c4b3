import { FindingList } from '../parts/finding-list.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** 审计问题 of the area. */
export function FindingsPage() {
  const { t } = useTexts();
  useTitle(t('rooms.findings'));
  return (
    <>
      <h1>{t('rooms.findings')}</h1>
      <FindingList />
    </>
  );
}
