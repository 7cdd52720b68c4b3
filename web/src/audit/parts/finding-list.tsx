import { Link } from '@tanstack/react-router';
import type { AuditFindingView } from '../../../../domain/schemas/audit-finding.js';
import { usePages } from '../../common/calls/pages.js';
import type { Asked } from '../../common/calls/types.js';
import { Listing } from '../../common/parts/listing.js';
import { Moment } from '../../common/parts/moment.js';
import { Paged } from '../../common/parts/paged.js';
import { useTexts } from '../texts/use-texts.js';

/** Findings, the newest first: of a case, or of the whole area. */
export function FindingList({ caseNo }: { readonly caseNo?: string }) {
  const { t, tell } = useTexts();
  const asked = caseNo === undefined ? {} : { query: { caseNo } };
  const pages = usePages('listFindings', asked as Asked<'listFindings'>);
  return (
    <Paged pages={pages} empty={t('findings.none')}>
      {(rows: readonly AuditFindingView[]) => (
        <Listing
          caption={t('rooms.findings')}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { name: t('search.caseNo'), show: (row) => row.caseNo },
            { name: t('findings.office'), show: ({ office }) => office.name },
            { name: t('findings.state'), show: ({ state }) => tell(state) },
            {
              name: t('findings.due'),
              show: ({ dueOn, overdue }) => (
                <>
                  {dueOn} {overdue && <span className="tag wait">{t('findings.overdue')}</span>}
                </>
              ),
            },
            { name: t('findings.raised'), show: ({ raisedAt }) => <Moment at={raisedAt} /> },
            {
              name: t('findings.words'),
              show: ({ id, entries }) => (
                <Link to="/findings/$id" params={{ id }}>
                  {entries[0]?.words ?? t('findings.open')}
                </Link>
              ),
            },
          ]}
        />
      )}
    </Paged>
  );
}
