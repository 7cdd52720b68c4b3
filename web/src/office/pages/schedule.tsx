import { useParams } from '@tanstack/react-router';
import { reasonsFor, REASONS } from '../../../../domain/rules/reasons.js';
import { type ScheduleDetail, ScheduleReview, ScheduleSignature } from '../../../../domain/schemas/payee-schedule.js';
import { SCHEDULE_VERDICTS } from '../../../../domain/texts/schedules.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Download } from '../../common/parts/download.js';
import { ActForm } from '../form/act-form.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { Yuan } from '../parts/money.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

const LINES = 100;

/** One payee schedule: its totals, what finance decides about it, its lines. */
export function SchedulePage() {
  const { no } = useParams({ from: '/schedules/$no' });
  const schedule = useAsked('getPayeeSchedule', { params: { no }, query: { limit: LINES } });
  return <Loaded query={schedule}>{(detail) => <Schedule schedule={detail} />}</Loaded>;
}

function Schedule({ schedule }: { readonly schedule: ScheduleDetail }) {
  const { t, tell, list } = useTexts();
  const { no, programme, state, orders, sumFen, madeBy, reviewedBy, thirdBy, lines } = schedule;
  useTitle(no);
  return (
    <>
      <h1>{no}</h1>
      <Facts
        facts={{
          [t('task.programme')]: tell(programme),
          [t('money.state')]: tell(state),
          [t('schedules.orders')]: orders,
          [t('schedules.sum')]: <Yuan fen={sumFen} />,
          [t('schedules.made')]: namesOf([madeBy]),
          [t('schedules.reviewed')]: reviewedBy && namesOf([reviewedBy]),
          [t('schedules.third')]: thirdBy && namesOf([thirdBy]),
        }}
      />
      <div>
        <Download href={`/api/payee-schedules/${no}/export`}>{t('schedules.export')}</Download>
      </div>
      <Signing schedule={schedule} />
      <h2>{t('schedules.lines')}</h2>
      <Listing
        caption={t('schedules.lines')}
        rows={lines.items}
        keyOf={({ caseNo }) => caseNo}
        columns={[
          { name: t('inbox.case'), show: ({ caseNo }) => caseNo },
          { name: t('task.head'), show: ({ applicant }) => applicant },
          { name: t('task.village'), show: ({ area }) => area.village.name },
          { name: t('money.amount'), show: ({ amountFen }) => <Yuan fen={amountFen} />, number: true },
          { name: t('money.state'), show: (line) => tell(line.state) },
          { name: t('schedules.refusal'), show: ({ refusal }) => refusal && tell(refusal) },
          { name: t('findings.warning'), show: ({ warnings }) => list(warnings.map(tell)) },
        ]}
      />
    </>
  );
}

/** What is awaited of finance: its review, or above the limit the third signature. */
function Signing({ schedule: { no, state, digest } }: { readonly schedule: ScheduleDetail }) {
  const { t, tell } = useTexts();
  const may = useMay('paymentReviewer');
  if (!may || digest === null) return null;
  const common = { params: { no }, done: () => t('form.saved') };
  if (state.code === 'countersigning')
    return (
      <>
        {([true, false] as const).map((agrees) => (
          <ActForm
            key={String(agrees)}
            act="signPayeeSchedule"
            {...{ ...common, schema: ScheduleSignature, fixed: { digest, agrees }, fields: [] }}
            submit={t(agrees ? 'schedules.sign' : 'schedules.disagree')}
          />
        ))}
      </>
    );
  if (state.code !== 'made') return null;
  const verdicts = Object.entries(SCHEDULE_VERDICTS).map(([code, name]) => [code, tell(name)] as const);
  const reasons = reasonsFor('paymentReview', 'return').map((code) => [code, tell(REASONS[code])] as const);
  return (
    <ActForm
      act="reviewPayeeSchedule"
      {...{ ...common, schema: ScheduleReview, fixed: { digest } }}
      fields={[
        { name: 'verdict', kind: 'select', label: t('schedules.verdict'), options: verdicts },
        { name: 'reasonCode', kind: 'select', label: t('fields.reasonCode.label'), options: reasons, optional: true },
        { name: 'words', kind: 'words', label: t('fields.words.label'), optional: true },
      ]}
      submit={t('schedules.review')}
    />
  );
}
