import { useState } from 'react';
import { anew } from '../draft/draft.js';
import { drafts } from '../draft/store.js';
import { AccountForm } from '../parts/account-form.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { QuestionForm } from './question-form.js';

/** Where the money goes: the account on record, or another one of the household. */
export function AccountQuestion(asked: Asked) {
  const { t } = useTexts();
  const { draft, household, missing } = asked.work;
  const [changing, setChanging] = useState(false);
  const waiting = draft.account?.step;
  const now = waiting && 'number' in waiting ? waiting : household?.account;
  const wrong = missing.filter(({ field }) => field === 'account').map(({ zh, en }) => ({ id: 'change', zh, en }));
  if (changing && household)
    return (
      <AccountForm
        household={household}
        onCancel={() => setChanging(false)}
        onGiven={(step) => {
          void drafts.change(draft.id, (each) => ({ ...anew(each), account: { key: crypto.randomUUID(), step } }));
          setChanging(false);
        }}
      />
    );
  return (
    <QuestionForm {...asked} title={t('account.title')} hint={t('account.hint')} wrong={wrong}>
      {() => (
        <>
          {now ? (
            <p className="good">
              {now.bankName} · {now.number}
            </p>
          ) : (
            <p className="none">{t('household.noAccount')}</p>
          )}
          {household && (
            <button id="change" type="button" className="second" onClick={() => setChanging(true)}>
              {t('account.change')}
            </button>
          )}
        </>
      )}
    </QuestionForm>
  );
}
