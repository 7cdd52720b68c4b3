import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import type { PayeeConsent, PayeeName } from '../../../../domain/schemas/payee.js';
import { useAct } from '../../common/calls/act.js';
import { usePages } from '../../common/calls/pages.js';
import { SelectField } from '../../common/form/field.js';
import { Paged } from '../../common/parts/paged.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { SentPapers } from '../parts/sent-papers.js';
import { useStepWork } from '../step-work/use-step-work.js';
import { useTexts } from '../texts/use-texts.js';

/** 经农户同意: who is paid in place of the household, with the agreement signed with him; or itself after all. */
export function PayeeStep({ view }: { readonly view: CaseView }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const kept = useStepWork(view, 'payee');
  const act = useAct('consentToPayee');
  const payees = usePages('listPayeesOfApplication', { params: { id: view.applicationId }, query: {} });
  const agreementId = kept.work.arrived.at(-1)?.id;
  const say = async (body: PayeeConsent) => {
    await act.mutateAsync({ params: { id: view.applicationId }, body });
    await kept.forget();
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  const said = (body: PayeeConsent) => void say(body).catch(() => undefined);
  return (
    <>
      {act.error && <ProblemBox error={act.error} />}
      <SentPapers kept={kept} kind="payeeAgreement" />
      <Paged pages={payees} empty={t('steps.payee.none')}>
        {(items) => (
          <Choice
            payees={items}
            onChosen={(payeeId) => said({ payeeId, ...(agreementId !== undefined && { agreementId }) })}
          />
        )}
      </Paged>
      {view.payee !== null && view.payeeConsent?.mayTakeBack && (
        <button type="button" className="second" onClick={() => said({ payeeId: null })}>
          {t('steps.payee.takeBack')}
        </button>
      )}
    </>
  );
}

interface Asked {
  readonly payees: readonly PayeeName[];
  readonly onChosen: (payeeId: string) => void;
}

function Choice({ payees, onChosen }: Asked) {
  const { t, tell } = useTexts();
  const [payeeId, setPayeeId] = useState('');
  const [wrong, setWrong] = useState(false);
  const options = payees.map(({ id, name, kind }) => [id, t('steps.payee.named', { name, kind: tell(kind) })] as const);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(payeeId === '');
        if (payeeId !== '') onChosen(payeeId);
      }}
    >
      <SelectField
        id="payeeId"
        label={t('steps.payee.whom')}
        error={wrong ? t('steps.payee.choose') : undefined}
        value={payeeId}
        onChange={({ target }) => setPayeeId(target.value)}
        options={options}
      />
      <button type="submit">{t('steps.payee.do')}</button>
    </form>
  );
}
