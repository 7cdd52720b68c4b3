import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../common/calls/act.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useSession } from '../../common/session.js';
import { useTexts } from '../texts/use-texts.js';

/** Begins a draft; whoever is not signed in does that first and comes back here. */
export function Begin({ code }: { readonly code: string }) {
  const { t } = useTexts();
  const { data: session } = useSession();
  const navigate = useNavigate();
  const create = useAct('createApplication');
  const begin = async () => {
    if (!session) return await navigate({ to: '/sign-in', search: { to: `/apply/programmes/${code}` } });
    const { id } = await create.mutateAsync({ body: { programmeCode: code } });
    await navigate({ to: '/applications/$id', params: { id } });
  };
  return (
    <>
      {create.error && <ProblemBox error={create.error} />}
      <button type="button" disabled={create.isPending} onClick={() => void begin().catch(() => undefined)}>
        {t('programme.begin')}
      </button>
    </>
  );
}
