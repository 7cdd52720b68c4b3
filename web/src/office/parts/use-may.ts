import type { Role } from '../../../../domain/rules/roles.js';
import { useSession } from '../../common/session.js';

/** Whether whoever is signed in has one of these roles; the API decides, this only hides what it would refuse. */
export function useMay(...roles: readonly Role[]): boolean {
  const { data: session } = useSession();
  return session?.roles.some((role) => roles.includes(role)) ?? false;
}

/** The same, also where he stands in for a colleague who has one of them, for what a substitute may do. */
export function useMayFor(...roles: readonly Role[]): boolean {
  const { data: session } = useSession();
  const may = useMay(...roles);
  return may || (session?.standsInAs.some((role) => roles.includes(role)) ?? false);
}
