import type { ReactNode } from 'react';
import { Navigate, useLocation } from '@tanstack/react-router';
import { useSession } from '../../common/session.js';

/** For whoever is signed in; others do that first and come back. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { data: session } = useSession();
  const { href } = useLocation();
  if (session === null) return <Navigate to="/sign-in" search={{ to: `/apply${href.replace(/\/$/, '')}` }} replace />;
  return session ? children : null;
}
