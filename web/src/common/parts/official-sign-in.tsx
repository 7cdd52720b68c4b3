import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { OfficialSignIn } from '../../../../domain/schemas/session.js';
import { call } from '../calls/call.js';
import { isDemonstration } from '../demonstration.js';
import { ErrorSummary } from '../form/error-summary.js';
import { TextField } from '../form/field.js';
import { useSchemaForm } from '../form/use-schema-form.js';
import { ProblemBox } from './problem-box.js';
import { goOnAs } from '../session.js';
import { useTranslation } from 'react-i18next';

/** By account and password; one goes on where one wanted to. */
export function OfficialSignInForm() {
  const { t } = useTranslation('common');
  const client = useQueryClient();
  const form = useSchemaForm(OfficialSignIn, { login: '', password: '' });
  const enter = useMutation({
    mutationFn: (body: z.infer<typeof OfficialSignIn>) => call('signInOfficial', { body }),
    onSuccess: (session) => goOnAs(client, session),
  });
  return (
    <form
      className="narrow"
      noValidate
      onSubmit={(event) => void form.handleSubmit((body) => enter.mutate(body))(event)}
    >
      <h1>{t('signIn.title')}</h1>
      <ErrorSummary errors={form.wrong} round={form.round} />
      {enter.error && <ProblemBox error={enter.error} />}
      <p>{t('signIn.lead')}</p>
      {isDemonstration() && <p className="hint">{t('signIn.demonstration')}</p>}
      <TextField label={t('signIn.login')} autoComplete="username" {...form.field('login')} />
      <TextField
        label={t('signIn.password')}
        autoComplete="current-password"
        {...form.field('password')}
        type="password"
      />
      <button type="submit" disabled={enter.isPending}>
        {t('signIn.enter')}
      </button>
    </form>
  );
}
