import { Link } from '@tanstack/react-router';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useTexts } from '../texts/use-texts.js';
import type { BroughtIn } from './use-bring-in.js';

/** What came of it: the draft, to be looked at, or what keeps it from being one. */
export function BroughtInBox({ sent: { error, data } }: { readonly sent: BroughtIn }) {
  const { t } = useTexts();
  if (error) return <ProblemBox error={error} />;
  if (!data) return null;
  const [draft] = data.drafts;
  if (!draft) return <output className="good">{t('programmes.nothingNew')}</output>;
  return (
    <output className="good">
      {t('programmes.imported', { drafts: data.drafts.length, unchanged: data.unchanged.length })}{' '}
      <Link to="/programme-drafts/$id" params={{ id: draft.id }}>
        {t('programmes.openDraft')}
      </Link>
    </output>
  );
}
