import type { Role } from '../../../../domain/rules/roles.js';
import { useSession } from '../../common/session.js';

/** Whether whoever is signed in has one of these roles; the API decides, this only hides what it would refuse. */
export function useMay(...roles: readonly Role[]): boolean {
  const { data: session } = useSession();
  return session?.roles.some((role) => roles.includes(role)) ?? false;
}
