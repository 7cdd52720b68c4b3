import { DiscrepancySettlement } from '../../../../domain/schemas/discrepancy.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { Yuan } from '../parts/money.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** What does not fit between us and the bank, what to do about it, what was done. */
export function DiscrepanciesPage() {
  const { t, tell } = useTexts();
  const may = useMay('paymentReviewer', 'countySupervisor');
  return (
    <ListPage
      room="discrepancies"
      id="listDiscrepancies"
      keyOf={({ id }) => id}
      empty={t('discrepancies.none')}
      columns={[
        { name: t('discrepancies.kind'), show: ({ kind }) => tell(kind) },
        { name: t('money.reference'), show: ({ reference, file }) => reference ?? file },
        { name: t('discrepancies.ours'), show: ({ ourFen }) => <Yuan fen={ourFen} />, number: true },
        { name: t('discrepancies.bank'), show: ({ bankFen }) => <Yuan fen={bankFen} />, number: true },
        { name: t('discrepancies.found'), show: ({ foundAt }) => <Moment at={foundAt} /> },
        { name: t('discrepancies.advice'), show: ({ advice }) => tell(advice) },
        {
          name: t('discrepancies.settled'),
          show: ({ id, settled }) => (settled ? tell(settled.settlement) : may && <Settle id={id} />),
        },
      ]}
    />
  );
}

function Settle({ id }: { readonly id: string }) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('discrepancies.settle')}</summary>
      <ActForm
        act="settleDiscrepancy"
        params={{ id }}
        schema={DiscrepancySettlement}
        fields={[{ name: 'settlement', kind: 'words', label: t('discrepancies.settled') }]}
        submit={t('discrepancies.settle')}
        done={() => t('form.saved')}
      />
    </details>
  );
}
