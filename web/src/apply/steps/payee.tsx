import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import type { PayeeConsent, PayeeName } from '../../../../domain/schemas/payee.js';
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
  const { t } = useTexts();
  const navigate = useNavigate();
  const kept = useStepWork(view, 'payee');
  const act = useAct('consentToPayee');
  const payees = usePages('listPayeesOfApplication', { params: { id: view.applicationId }, query: {} });
  const [said, setSaid] = useState<{ readonly payeeId: string }>();
  const agreementId = kept.work.arrived.at(-1)?.id;
  const unsaid = {
    agreement:
      said && agreementId === undefined ? [{ id: addId('payeeAgreement'), message: t('steps.payee.sign') }] : [],
    payee: said?.payeeId === '' ? [{ id: 'payeeId', message: t('steps.payee.choose') }] : [],
  };
  const say = async (body: PayeeConsent) => {
    await act.mutateAsync({ params: { id: view.applicationId }, body });
    await kept.forget();
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  const send = (body: PayeeConsent) => void say(body).catch(() => undefined);
  const choose = (payeeId: string) => {
    setSaid({ payeeId });
    if (payeeId !== '' && agreementId !== undefined) send({ payeeId, agreementId });
  };
  return (
    <>
      <ErrorSummary errors={[...unsaid.agreement, ...unsaid.payee]} />
      {act.error && <ProblemBox error={act.error} />}
      <SentPapers kept={kept} kind="payeeAgreement" error={unsaid.agreement[0]?.message} />
      <Paged pages={payees} empty={t('steps.payee.none')}>
        {(items) => <Choice payees={items} error={unsaid.payee[0]?.message} onChosen={choose} />}
      </Paged>
      {view.payee !== null && view.payeeConsent?.mayTakeBack && (
        <button type="button" className="second" onClick={() => send({ payeeId: null })}>
          {t('steps.payee.takeBack')}
        </button>
      )}
    </>
  );
}

interface Asked {
  readonly payees: readonly PayeeName[];
  readonly error?: string | undefined;
  /** With an empty ID where none is chosen. */
  readonly onChosen: (payeeId: string) => void;
}

function Choice({ payees, error, onChosen }: Asked) {
  const { t, tell } = useTexts();
  const [payeeId, setPayeeId] = useState('');
  const options = payees.map(({ id, name, kind }) => [id, t('steps.payee.named', { name, kind: tell(kind) })] as const);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onChosen(payeeId);
      }}
    >
      <SelectField
        id="payeeId"
        label={t('steps.payee.whom')}
        error={error}
        value={payeeId}
        onChange={({ target }) => setPayeeId(target.value)}
        options={options}
      />
      <button type="submit">{t('steps.payee.do')}</button>
    </form>
  );
}
