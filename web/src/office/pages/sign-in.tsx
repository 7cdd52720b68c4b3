import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { OfficialSignIn } from '../../../../domain/schemas/session.js';
import { call } from '../../common/calls/call.js';
import { isDemonstration } from '../../common/demonstration.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { TextField } from '../../common/form/field.js';
import { useSchemaForm } from '../../common/form/use-schema-form.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { goOnAs } from '../../common/session.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** By account and password; one goes on where one wanted to. */
export function SignInPage() {
  const { t } = useTexts();
  const client = useQueryClient();
  const form = useSchemaForm(OfficialSignIn, { login: '', password: '' });
  const enter = useMutation({
    mutationFn: (body: z.infer<typeof OfficialSignIn>) => call('signInOfficial', { body }),
    onSuccess: (session) => goOnAs(client, session),
  });
  useTitle(t('signIn.title'));
  return (
    <form
      className="narrow"
      noValidate
      onSubmit={(event) => void form.handleSubmit((body) => enter.mutate(body))(event)}
    >
      <h1>{t('signIn.title')}</h1>
      <ErrorSummary errors={form.wrong} />
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
