import { Link } from '@tanstack/react-router';
import { countyOf } from '../../../../domain/rules/county-of.js';
import { NewSchedule } from '../../../../domain/schemas/payee-schedule.js';
import { useAsked } from '../../common/calls/query.js';
import { Moment } from '../../common/parts/moment.js';
import { useSession } from '../../common/session.js';
import { ActForm } from '../form/act-form.js';
import { Yuan } from '../parts/money.js';
import { useMay } from '../parts/use-may.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** Payee schedules: making one of all that wait for it, and what became of the others. */
export function SchedulesPage() {
  const { t, tell } = useTexts();
  const may = useMay('paymentMaker');
  return (
    <ListPage
      room="schedules"
      id="listPayeeSchedules"
      keyOf={({ no }) => no}
      empty={t('schedules.none')}
      columns={[
        {
          name: t('schedules.no'),
          show: ({ no }) => (
            <Link to="/schedules/$no" params={{ no }}>
              {no}
            </Link>
          ),
        },
        { name: t('task.programme'), show: ({ programme }) => tell(programme) },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('schedules.orders'), show: ({ orders, cases }) => orders ?? cases, number: true },
        { name: t('schedules.sum'), show: ({ sumFen }) => <Yuan fen={sumFen} />, number: true },
        {
          name: t('schedules.made'),
          show: ({ madeBy, madeAt }) => (
            <>
              {namesOf([madeBy])} <Moment at={madeAt} />
            </>
          ),
        },
      ]}
    >
      {may && <Make />}
    </ListPage>
  );
}

function Make() {
  const { t, tell } = useTexts();
  const { data: session } = useSession();
  const { data } = useAsked('listProgrammes', { query: { county: countyOf(session?.area.code ?? '') } });
  return (
    <ActForm
      act="makePayeeSchedule"
      schema={NewSchedule}
      fields={[
        {
          ...{ name: 'programme', kind: 'select', label: t('task.programme') },
          options: (data?.items ?? []).map(({ code, name }) => [code, tell(name)] as const),
        },
      ]}
      submit={t('schedules.make')}
      done={({ no }) => t('schedules.madeIt', { no })}
    />
  );
}
