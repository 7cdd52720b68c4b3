import type { BundleDetail } from '../../../../domain/schemas/bundle.js';
import { useSession } from '../../common/session.js';
import { useMay } from '../parts/use-may.js';

/** Whether whoever is signed in files for the area of this bundle: a township only looks at what its villages file. */
export function useDrawsUp({ area }: BundleDetail): boolean {
  const { data: session } = useSession();
  const files = useMay('villageCadre', 'townshipClerk');
  return files && session?.area.code === area.code;
}
