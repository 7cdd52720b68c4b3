import { useState } from 'react';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CodeRequest, HouseholdSignIn } from '../../../../domain/schemas/session.js';
import { call } from '../../common/calls/call.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { TextField } from '../../common/form/field.js';
import { useSchemaForm } from '../../common/form/use-schema-form.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { goOnAs } from '../../common/session.js';
import { isDemonstration } from '../../common/demonstration.js';
import { useWhomState } from '../helping/whom.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

const schemas = () => import('../../../../domain/schemas/session.js');
const phoneSchema = async () => (await schemas()).CodeRequest;
const codeSchema = async () => (await schemas()).HouseholdSignIn;

/** By phone and one-time code; nothing to remember. */
export function SignInPage() {
  const { t } = useTexts();
  const [phone, setPhone] = useState<string>();
  useTitle(t('signIn.title'));
  return (
    <>
      <h1>{t('signIn.title')}</h1>
      {phone === undefined ? (
        <PhoneForm onSent={setPhone} />
      ) : (
        <CodeForm phone={phone} onBack={() => setPhone(undefined)} />
      )}
    </>
  );
}

function PhoneForm({ onSent }: { readonly onSent: (phone: string) => void }) {
  const { t } = useTexts();
  const form = useSchemaForm(phoneSchema, { phone: '' });
  const send = useMutation({
    mutationFn: (body: CodeRequest) => call('sendCode', { body }),
    onSuccess: (_, { phone }) => onSent(phone),
  });
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit((body) => send.mutate(body))(event)}>
      <ErrorSummary errors={form.wrong} round={form.round} />
      {send.error && <ProblemBox error={send.error} />}
      <p className="lead">{t('signIn.lead')}</p>
      <TextField
        label={t('signIn.phone')}
        hint={t('signIn.phoneHint')}
        inputMode="tel"
        autoComplete="tel-national"
        {...form.field('phone')}
      />
      <button type="submit" disabled={send.isPending}>
        {t('signIn.send')}
      </button>
    </form>
  );
}

function CodeForm({ phone, onBack }: { readonly phone: string; readonly onBack: () => void }) {
  const { t } = useTexts();
  const { to } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const whom = useWhomState();
  const client = useQueryClient();
  const form = useSchemaForm(codeSchema, { phone, code: '' });
  const enter = useMutation({
    mutationFn: (body: HouseholdSignIn) => call('signInHousehold', { body }),
    onSuccess: async (session) => {
      goOnAs(client, session);
      if (session.others.length === 0) router.history.push(to ?? '/apply', whom);
      else await router.navigate({ to: '/identity', search: to === undefined ? {} : { to }, state: whom });
    },
  });
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit((body) => enter.mutate(body))(event)}>
      <ErrorSummary errors={form.wrong} round={form.round} />
      {enter.error && <ProblemBox error={enter.error} />}
      <output>{t('signIn.sent', { phone })}</output>
      {isDemonstration() && (
        <p className="hint">
          <a href="/outbox" target="_blank" rel="noreferrer">
            {t('signIn.demonstration')}
          </a>
        </p>
      )}
      <TextField
        label={t('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        {...form.field('code')}
      />
      <div className="buttons">
        <button type="submit" disabled={enter.isPending}>
          {t('signIn.enter')}
        </button>
        <button type="button" className="second" onClick={onBack}>
          {t('signIn.otherPhone')}
        </button>
      </div>
    </form>
  );
}
