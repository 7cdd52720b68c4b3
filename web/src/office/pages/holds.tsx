import { HOLD_REASONS, OFFICIAL_HOLD_REASONS } from '../../../../domain/rules/hold-reasons.js';
import { HoldLifting, NewHold } from '../../../../domain/schemas/holds.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { useMay } from '../parts/use-may.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** What keeps money from leaving: stopping a case, lifting it again. */
export function HoldsPage() {
  const { t, tell } = useTexts();
  const may = useMay('paymentReviewer', 'countySupervisor');
  return (
    <ListPage
      room="holds"
      id="listHolds"
      keyOf={({ id }) => id}
      empty={t('holds.none')}
      columns={[
        { name: t('holds.about'), show: ({ about, kind }) => `${tell(kind)} ${about}` },
        { name: t('holds.reason'), show: ({ reason }) => tell(reason) },
        { name: t('holds.note'), show: ({ note }) => note },
        { name: t('holds.by'), show: ({ by }) => (by ? namesOf([by]) : t('holds.checked')) },
        { name: t('holds.at'), show: ({ at }) => <Moment at={at} /> },
        {
          name: t('holds.lifted'),
          show: ({ id, lifted }) => (lifted ? `${namesOf([lifted.by])} ${lifted.note}` : may && <Lift id={id} />),
        },
      ]}
    >
      {may && <Place />}
    </ListPage>
  );
}

function Lift({ id }: { readonly id: string }) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('holds.lift')}</summary>
      <ActForm
        act="liftHold"
        params={{ id }}
        schema={HoldLifting}
        fields={[{ name: 'note', kind: 'words', label: t('holds.note') }]}
        submit={t('holds.lift')}
        done={() => t('form.saved')}
      />
    </details>
  );
}

function Place() {
  const { t, tell } = useTexts();
  return (
    <details>
      <summary>{t('holds.add')}</summary>
      <ActForm
        act="placeHold"
        schema={NewHold}
        fixed={{ kind: 'case' }}
        fields={[
          { name: 'caseNo', kind: 'text', label: t('holds.caseNo') },
          {
            ...{ name: 'reasonCode', kind: 'select', label: t('holds.reason') },
            options: OFFICIAL_HOLD_REASONS.map((code) => [code, tell(HOLD_REASONS[code])] as const),
          },
          { name: 'note', kind: 'words', label: t('holds.note') },
        ]}
        submit={t('holds.add')}
        done={({ text }) => tell(text)}
      />
    </details>
  );
}
