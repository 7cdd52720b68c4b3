import { useEffect, useRef } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useWhomState } from '../helping/whom.js';

/** Sends somebody to sign in; he comes back to `to`. Once: on the way there the page is drawn again and again. */
export function ToSignIn({ to }: { readonly to: string }) {
  const navigate = useNavigate();
  const whom = useWhomState();
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    void navigate({ to: '/sign-in', search: { to }, state: whom, replace: true });
  }, [navigate, to, whom]);
  return null;
}
