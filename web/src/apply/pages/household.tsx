import { Link } from '@tanstack/react-router';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { useAsked } from '../../common/calls/query.js';
import { useSession } from '../../common/session.js';
import { useWhom } from '../helping/whom.js';
import { Applications, Drafts } from '../parts/my-things.js';
import { OwnProgrammes } from '../parts/own-programmes.js';
import { SignedIn } from '../parts/signed-in.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** 代办: one household of a helper, what was filed for it and what can be. */
export function HouseholdPage() {
  const { data: session } = useSession();
  const registerNo = useWhom();
  return (
    <SignedIn>
      {session && registerNo !== undefined && <Household session={session} registerNo={registerNo} />}
    </SignedIn>
  );
}

function Household({ session, registerNo }: { readonly session: SessionView; readonly registerNo: string }) {
  const { t } = useTexts();
  const { data } = useAsked('listApplications', { query: { limit: 100 } });
  const name = data?.items.find((each) => each.registerNo === registerNo && each.applicant !== null)?.applicant;
  useTitle(t('helping.household'));
  return (
    <>
      <Link to="/" className="back">
        {t('helping.back')}
      </Link>
      <h1>{name ?? t('helping.household')}</h1>
      <p>
        {t('household.registerNo')} {registerNo}
      </p>
      <Drafts owner={session.identity.id} registerNo={registerNo} />
      <Applications registerNo={registerNo} />
      <h2>{t('helping.file')}</h2>
      <OwnProgrammes session={session} state={{ registerNo }} />
    </>
  );
}
