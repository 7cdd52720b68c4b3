import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import type { PayeeConsent } from '../../../../domain/schemas/payee.js';
import { useAct } from '../../common/calls/act.js';
import { usePages } from '../../common/calls/pages.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { SelectField } from '../../common/form/field.js';
import { Paged } from '../../common/parts/paged.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { addId, SentPapers } from '../parts/sent-papers.js';
import { useStepWork } from '../step-work/use-step-work.js';
import { useTexts } from '../texts/use-texts.js';

/** 经农户同意: who is paid in place of the household, with the agreement signed with him; or itself after all. */
export function PayeeStep({ view }: { readonly view: CaseView }) {
  const { t, tell } = useTexts();
  const navigate = useNavigate();
  const kept = useStepWork(view, 'payee');
  const act = useAct('consentToPayee');
  const payees = usePages('listPayeesOfApplication', { params: { id: view.applicationId }, query: {} });
  const [said, setSaid] = useState(0);
  const { payeeId = '', arrived } = kept.work;
  const agreementId = arrived.at(-1)?.id;
  const unsaid = {
    agreement: agreementId === undefined ? [{ id: addId('payeeAgreement'), message: t('steps.payee.sign') }] : [],
    payee: payeeId === '' ? [{ id: 'payeeId', message: t('steps.payee.choose') }] : [],
  };
  const wrong = said > 0 ? unsaid : { agreement: [], payee: [] };
  const say = async (body: PayeeConsent) => {
    await act.mutateAsync({ params: { id: view.applicationId }, body });
    await kept.forget();
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  const send = (body: PayeeConsent) => void say(body).catch(() => undefined);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSaid((round) => round + 1);
        if (payeeId !== '' && agreementId !== undefined) send({ payeeId, agreementId });
      }}
    >
      <ErrorSummary errors={[...wrong.agreement, ...wrong.payee]} round={said} />
      {act.error && <ProblemBox error={act.error} />}
      <SentPapers kept={kept} kind="payeeAgreement" error={wrong.agreement[0]?.message} />
      <Paged pages={payees} empty={t('steps.payee.none')}>
        {(items) => (
          <SelectField
            id="payeeId"
            label={t('steps.payee.whom')}
            error={wrong.payee[0]?.message}
            value={payeeId}
            onChange={({ target }) => kept.change((now) => ({ ...now, payeeId: target.value }))}
            options={items.map(({ id, name, kind }) => [id, t('steps.payee.named', { name, kind: tell(kind) })])}
          />
        )}
      </Paged>
      <div className="buttons">
        {payees.data?.pages[0]?.items.length !== 0 && <button type="submit">{t('steps.payee.do')}</button>}
        {view.payee !== null && view.payeeConsent?.mayTakeBack && (
          <button type="button" className="second" onClick={() => send({ payeeId: null })}>
            {t('steps.payee.takeBack')}
          </button>
        )}
      </div>
    </form>
  );
}
