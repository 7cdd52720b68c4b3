import type { ReactNode } from 'react';
import { useLocation } from '@tanstack/react-router';
import { Loaded } from '../../common/parts/loaded.js';
import { useSession } from '../../common/session.js';
import { ToSignIn } from './to-sign-in.js';

/** For whoever is signed in; others do that first and come back. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const { href } = useLocation();
  return (
    <Loaded query={session}>
      {(signedIn) => (signedIn ? children : <ToSignIn to={`/apply${href.replace(/\/$/, '')}`} />)}
    </Loaded>
  );
}
