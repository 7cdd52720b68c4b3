import { useEffect } from 'react';
import { useParams } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProofFinding } from '../../../../domain/schemas/audit.js';
import type { VerificationView } from '../../../../domain/schemas/verification.js';
import { useAct } from '../../common/calls/act.js';
import { addressOf, call } from '../../common/calls/call.js';
import { usePages } from '../../common/calls/pages.js';
import { Facts } from '../../common/parts/facts.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { Paged } from '../../common/parts/paged.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { Download } from '../../common/parts/download.js';
import { useAreaName } from '../parts/asking.js';
import { Differences } from '../parts/differences.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

const AGAIN_MS = 2000;

/** One verification: how far it has come, and what it found. */
export function VerificationPage() {
  const { id } = useParams({ from: '/verify/$id' });
  const query = useQuery({
    queryKey: ['getVerification', id],
    queryFn: () => call('getVerification', { params: { id } }),
    refetchInterval: ({ state: { data } }) => (data && data.endedAt !== null ? false : AGAIN_MS),
  });
  return <Loaded query={query}>{(view) => <Verification view={view} />}</Loaded>;
}

function Verification({ view }: { readonly view: VerificationView }) {
  const { t, tell } = useTexts();
  const { id, state, done, of, area, year, full, kept, askedBy, askedAt, endedAt } = view;
  const nameOf = useAreaName();
  const client = useQueryClient();
  // The list was read when it began.
  useEffect(() => {
    if (endedAt !== null) void client.invalidateQueries({ queryKey: ['listVerifications'] });
  }, [client, endedAt]);
  useTitle(t('rooms.verify'));
  return (
    <>
      <h1>{t('rooms.verify')}</h1>
      <p>
        <progress aria-label={t('rooms.verify')} value={done} max={Math.max(of ?? 1, 1)} />{' '}
        <output>
          {tell(state)}
          {of !== null && ` · ${t('verify.progress', { done, of })}`}
        </output>
      </p>
      {state.code === 'brokenOff' && <GoOn id={id} />}
      <Facts
        facts={{
          [t('scope.area')]: nameOf(area),
          [t('scope.year')]: year ?? t('verify.allYears'),
          [t('verify.replays')]: t(full ? 'verify.full' : 'verify.once'),
          [t('verify.kept')]: kept,
          [t('verify.by')]: askedBy.name,
          [t('verify.asked')]: <Moment at={askedAt} />,
          [t('verify.ended')]: endedAt && <Moment at={endedAt} />,
        }}
      />
      {endedAt !== null && <Found id={id} />}
    </>
  );
}

function GoOn({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const act = useAct('resumeVerification');
  return (
    <>
      {act.error && <ProblemBox error={act.error} />}
      <button type="button" disabled={act.isPending} onClick={() => act.mutate({ params: { id }, body: {} })}>
        {t('verify.goOn')}
      </button>
    </>
  );
}

function Found({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const pages = usePages('listVerificationFindings', { params: { id } });
  return (
    <>
      <h2>{t('case.differences')}</h2>
      <div>
        <Download className="button second" href={addressOf('getVerificationReport', { params: { id } })}>
          {t('verify.report')}
        </Download>
      </div>
      <Paged pages={pages} empty={t('verify.clean')}>
        {(findings: readonly ProofFinding[]) => <Differences findings={findings} />}
      </Paged>
    </>
  );
}
