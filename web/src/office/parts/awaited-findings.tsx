import { Link } from '@tanstack/react-router';
import { useAsked } from '../../common/calls/query.js';
import type { Asked } from '../../common/calls/types.js';
import { useTexts } from '../texts/use-texts.js';

/** In the inbox: findings that wait for an answer of the office. */
export function AwaitedFindings() {
  const { t } = useTexts();
  const { data } = useAsked('listFindings', {
    query: { awaited: 'true', limit: '100' },
  } as unknown as Asked<'listFindings'>);
  if (!data || data.items.length === 0) return null;
  return (
    <p className="tag wait">
      <Link to="/findings">{t('auditFindings.awaited', { count: data.items.length })}</Link>
    </p>
  );
}
