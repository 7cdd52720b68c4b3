import type { ProofFinding } from '../../../../domain/schemas/audit.js';
import { Listing } from '../../common/parts/listing.js';
import { useTexts } from '../texts/use-texts.js';

/** What verification found: which case, where, and what stands on either side. */
export function Differences({ findings }: { readonly findings: readonly ProofFinding[] }) {
  const { t, tell } = useTexts();
  return (
    <Listing
      caption={t('case.differences')}
      rows={findings}
      keyOf={({ kind, subject, at, found }) => [kind.code, subject, at, found].join(' ')}
      columns={[
        { name: t('differences.kind'), show: ({ kind }) => tell(kind) },
        { name: t('differences.subject'), show: ({ subject }) => <span className="digest">{subject}</span> },
        { name: t('differences.at'), show: ({ at }) => at },
        { name: t('differences.proved'), show: ({ proved }) => <span className="digest">{proved}</span> },
        { name: t('differences.found'), show: ({ found }) => <span className="digest">{found}</span> },
      ]}
    />
  );
}
