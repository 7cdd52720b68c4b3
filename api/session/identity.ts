import type { Deps } from '../deps.js';
import { standInsOf } from '../queries/substitutions.js';
import type { Who } from '../who.js';

/**
 * Who proved to be who, and by what. Whatever proves identities (a password, a code, later a single sign-on) ends in
 * this, and `SessionControl.open` makes a session of it.
 */
export interface SignedIn {
  readonly kind: Who['kind'];
  readonly id: string;
  /** The keyed hash of the phone he proved to hold: he may go on as another one of the same phone. */
  readonly phoneHash?: string;
}

/** Who it is now: rows that were changed or withdrawn since the sign-in count at once. */
export async function whoIs({ db }: Deps, { kind, id }: SignedIn): Promise<Who | undefined> {
  switch (kind) {
    case 'household': {
      const household = await db.household.findUnique({ where: { id }, select: { villageCode: true } });
      return household ? { kind, id, roles: ['household'], areaCode: household.villageCode } : undefined;
    }
    case 'helper': {
      const helper = await db.helper.findUnique({ where: { id }, select: { villageCode: true } });
      return helper ? { kind, id, roles: ['helper'], areaCode: helper.villageCode } : undefined;
    }
    case 'official': {
      const official = await db.official.findUnique({ where: { id }, include: { office: true } });
      if (!official?.active) return undefined;
      const { name, roles, areaCode, office } = official;
      const standsInFor = await standInsOf(db, id);
      return { kind, id, name, roles, areaCode, office: { id: office.id, name: office.name }, standsInFor };
    }
  }
}
