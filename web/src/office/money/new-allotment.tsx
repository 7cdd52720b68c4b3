import { countyOf } from '../../../../domain/rules/county-of.js';
import { NewAllotment } from '../../../../domain/schemas/fund-acts.js';
import { useAsked } from '../../common/calls/query.js';
import { useSession } from '../../common/session.js';
import { ActForm } from '../form/act-form.js';
import type { FieldSpec } from '../form/fields.js';
import { useTexts } from '../texts/use-texts.js';

/** 指标下达: what a document gives of a fund to a county and programme. */
export function NewAllotmentForm({ fundId }: { readonly fundId: string }) {
  const { t, tell } = useTexts();
  const { data: session } = useSession();
  const county = countyOf(session?.area.code ?? '');
  const { data } = useAsked('listProgrammes', { query: { county } }, county.length === 6);
  const programmes = (data?.items ?? []).map(({ code, name }) => [code, tell(name)] as const);
  const countyField = { name: 'countyCode', label: t('allotments.county'), initial: county } as const;
  // A province's or a city's office gives to any of its counties, by its number.
  const countyCode: FieldSpec =
    county.length === 6
      ? { ...countyField, kind: 'select', options: [[county, session?.area.name ?? county]] }
      : { ...countyField, kind: 'text', hint: t('allotments.countyHint') };
  return (
    <details>
      <summary>{t('allotments.add')}</summary>
      <ActForm
        act="createAllotment"
        params={{ fundId }}
        schema={NewAllotment}
        fields={[
          { name: 'documentNo', kind: 'text', label: t('funds.document'), hint: t('allotments.documentHint') },
          countyCode,
          county.length === 6
            ? { name: 'programmeCode', kind: 'select', label: t('task.programme'), options: programmes }
            : { name: 'programmeCode', kind: 'text', label: t('task.programme'), hint: t('allotments.programmeHint') },
          { name: 'accountCode', kind: 'text', label: t('allotments.accountCode'), hint: t('allotments.accountHint') },
          { name: 'amountFen', kind: 'yuan', label: t('money.amount'), hint: t('money.hint') },
          { name: 'forIncomeGrowth', kind: 'flag', label: t('allotments.forIncomeGrowth') },
        ]}
        submit={t('allotments.add')}
        done={({ documentNo, warning }) => (
          <>
            {t('allotments.added', { documentNo })} {warning && tell(warning)}
          </>
        )}
      />
    </details>
  );
}
