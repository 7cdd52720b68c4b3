import { useTranslation } from 'react-i18next';
import { OfficialSignInForm } from '../../common/parts/official-sign-in.js';
import { useTitle } from '../parts/use-title.js';

export function SignInPage() {
  const { t } = useTranslation('common');
  useTitle(t('signIn.title'));
  return <OfficialSignInForm />;
}
