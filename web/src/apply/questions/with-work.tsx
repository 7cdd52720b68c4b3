import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../common/calls/refusal.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useSession } from '../../common/session.js';
import { ToSignIn } from '../parts/to-sign-in.js';
import { useWork, type Work } from '../draft/use-work.js';

/** A draft with its guide, once both are there; whoever is not signed in does that first. */
export function WithWork({ id, children }: { readonly id: string; readonly children: (work: Work) => ReactNode }) {
  const { t } = useTranslation('common');
  const { data: session } = useSession();
  const { work, error } = useWork(id);
  const isSignedOut = session === null || (error instanceof Refusal && error.is('NOT_SIGNED_IN'));
  if (isSignedOut) return <ToSignIn to={`/apply/applications/${id}`} />;
  if (work) return children(work);
  return error ? <ProblemBox error={error} /> : <output>{t('loading')}</output>;
}
