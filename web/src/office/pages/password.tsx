import { OwnPassword } from '../../../../domain/schemas/staff.js';
import { ActForm } from '../form/act-form.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** Another password of one's own. */
export function PasswordPage() {
  const { t } = useTexts();
  useTitle(t('password.title'));
  return (
    <>
      <h1>{t('password.title')}</h1>
      <p>{t('password.lead')}</p>
      <ActForm
        act="changeOwnPassword"
        schema={OwnPassword}
        fields={[
          { name: 'current', kind: 'password', label: t('password.current') },
          { name: 'password', kind: 'password', label: t('password.next'), hint: t('password.hint') },
        ]}
        submit={t('password.change')}
        done={() => t('password.changed')}
      />
    </>
  );
}
