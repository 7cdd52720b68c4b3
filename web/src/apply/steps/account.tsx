import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import type { AccountStep as Given } from '../../../../domain/schemas/household-step.js';
import { useAct } from '../../common/calls/act.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { AccountForm } from '../parts/account-form.js';
import { useTexts } from '../texts/use-texts.js';

/** The bank sent the money back: the account is right after all, or another one takes its place. */
export function AccountStep({ view }: { readonly view: CaseView }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [changing, setChanging] = useState(false);
  const act = useAct('setAccount');
  const query = view.filedByHelper ? { applicationId: view.applicationId } : {};
  const household = useAsked('getHousehold', { query });
  const give = async (body: Given) => {
    await act.mutateAsync({ params: { id: view.applicationId }, body });
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  const given = (body: Given) => void give(body).catch(() => undefined);
  return (
    <Loaded query={household}>
      {(told) =>
        changing ? (
          <AccountForm household={told} onGiven={given} onCancel={() => setChanging(false)} />
        ) : (
          <>
            {act.error && <ProblemBox error={act.error} />}
            {told.account && (
              <p className="good">
                {told.account.holder} · {told.account.bankName} · {told.account.number}
              </p>
            )}
            <div className="buttons">
              <button type="button" disabled={act.isPending || !told.account} onClick={() => given({ confirm: true })}>
                {t('account.confirm')}
              </button>
              <button type="button" className="second" onClick={() => setChanging(true)}>
                {t('account.change')}
              </button>
            </div>
          </>
        )
      }
    </Loaded>
  );
}
