import type { ReactNode } from 'react';
import { useLocation } from '@tanstack/react-router';
import { useSession } from '../../common/session.js';
import { ToSignIn } from './to-sign-in.js';

/** For whoever is signed in; others do that first and come back. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { data: session } = useSession();
  const { href } = useLocation();
  if (session === null) return <ToSignIn to={`/apply${href.replace(/\/$/, '')}`} />;
  return session ? children : null;
}
