import { Link } from '@tanstack/react-router';
import type { VerificationView } from '../../../../domain/schemas/verification.js';
import { usePages } from '../../common/calls/pages.js';
import { Listing } from '../../common/parts/listing.js';
import { Moment } from '../../common/parts/moment.js';
import { Paged } from '../../common/parts/paged.js';
import { useAreaName } from '../parts/asking.js';
import { StartVerification } from '../parts/start-verification.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** 核验: what was verified of the area, and how to have it verified. */
export function VerifyPage() {
  const { t, tell } = useTexts();
  const pages = usePages('listVerifications', {});
  const nameOf = useAreaName();
  useTitle(t('rooms.verify'));
  return (
    <>
      <h1>{t('rooms.verify')}</h1>
      <p>{t('verify.lead')}</p>
      <StartVerification />
      <h2>{t('verify.before')}</h2>
      <Paged pages={pages} empty={t('verify.none')}>
        {(rows: readonly VerificationView[]) => (
          <Listing
            caption={t('verify.before')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              {
                name: t('verify.asked'),
                show: ({ id, askedAt }) => (
                  <Link to="/verify/$id" params={{ id }}>
                    <Moment at={askedAt} />
                  </Link>
                ),
              },
              { name: t('verify.by'), show: ({ askedBy }) => askedBy.name },
              { name: t('scope.area'), show: ({ area }) => nameOf(area) },
              { name: t('scope.year'), show: ({ year }) => year ?? t('verify.allYears') },
              { name: t('verify.state'), show: ({ state }) => tell(state) },
              { name: t('case.differences'), show: ({ findings }) => findings, number: true },
            ]}
          />
        )}
      </Paged>
    </>
  );
}
