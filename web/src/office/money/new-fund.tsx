import { useState } from 'react';
import { NewFund } from '../../../../domain/schemas/fund-acts.js';
import { FUND_SOURCES } from '../../../../domain/texts/ledger.js';
import { shanghaiDate } from '../../../../domain/rules/working-days.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';

/** 资金到位: entering a fund that was received. */
export function NewFundForm() {
  const { t, tell } = useTexts();
  const [year] = useState(() => shanghaiDate(Date.now()).slice(0, 4));
  const sources = Object.entries(FUND_SOURCES).map(([code, name]) => [code, tell(name)] as const);
  return (
    <details>
      <summary>{t('funds.add')}</summary>
      <ActForm
        act="createFund"
        schema={NewFund}
        fields={[
          { name: 'name', kind: 'text', label: t('funds.name') },
          { name: 'source', kind: 'select', label: t('funds.source'), options: sources },
          {
            ...{ name: 'fiscalYear', kind: 'number', label: t('funds.year'), hint: t('funds.yearHint') },
            initial: year,
          },
          { name: 'purpose', kind: 'words', label: t('funds.purpose') },
          { name: 'amountFen', kind: 'yuan', label: t('funds.amount'), hint: t('money.hint') },
          { name: 'twoMountains', kind: 'flag', label: t('funds.twoMountains') },
          { name: 'id', kind: 'text', label: t('funds.id'), hint: t('funds.idHint'), optional: true },
        ]}
        submit={t('funds.add')}
        done={({ name }) => t('funds.added', { name })}
      />
    </details>
  );
}
