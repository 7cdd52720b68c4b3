import { useState } from 'react';
import { AddPaper } from '../decision/add-paper.js';
import { useGuide } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly applicationId: string;
  readonly programmeCode: string;
}

/** Papers of one household: they go to its application. */
export function RowPapers({ applicationId, programmeCode }: Shown) {
  const { t, tell } = useTexts();
  const { data: guide } = useGuide(programmeCode);
  const [brought, setBrought] = useState(0);
  if (!guide || guide.papers.length === 0) return null;
  return (
    <details>
      <summary>{t('bundles.bring')}</summary>
      {brought > 0 && <output>{t('bundles.brought', { number: brought })}</output>}
      <AddPaper
        applicationId={applicationId}
        kinds={guide.papers.map(({ kind, name }) => [kind, tell(name)])}
        onAdded={() => setBrought(brought + 1)}
      />
    </details>
  );
}
