import { isOfRegister } from '../../../../domain/rules/payee.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { PayeeChosen } from '../../../../domain/schemas/payee.js';
import { useAsked } from '../../common/calls/query.js';
import { ActForm } from '../form/act-form.js';
import { useGuide } from '../parts/use-guide.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

const MOST = 100;

/** Whom of the register a case pays, where an official says so. */
export function ChoosePayee({ view: { caseNo, programme, running } }: { readonly view: CaseView }) {
  const { t } = useTexts();
  const may = useMay('countyApprover', 'paymentMaker');
  const { data: guide } = useGuide(programme.code);
  const { payTo = 'head', workflow } = guide ?? {};
  // Who pays period after period is chosen for all that are to come.
  const isOpen = may && isOfRegister(payTo) && (running || workflow === 'entitlement');
  const query = { limit: MOST, ...(isOfRegister(payTo) && { kind: payTo }) };
  const { data } = useAsked('listPayees', { query }, isOpen);
  if (!isOpen) return null;
  const payees = (data?.items ?? []).filter(({ account, closedAt }) => account !== null && closedAt === null);
  return (
    <details className="filters">
      <summary>{t('payees.choose')}</summary>
      <ActForm
        act="choosePayee"
        {...{ params: { caseNo }, schema: PayeeChosen }}
        fields={[
          {
            ...{ name: 'payeeId', kind: 'select', label: t('case.payee'), hint: t('payees.chooseHint') },
            options: payees.map(({ id, name }) => [id, name] as const),
          },
        ]}
        submit={t('payees.choose')}
        done={({ name }) => t('payees.chosen', { name })}
      />
    </details>
  );
}
