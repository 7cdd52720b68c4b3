import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { uuidFor } from '../../platform/digest.js';
import { absentOfficial, endSubstitution, mayStandInFor, nameSubstitute } from '../acting/substitution.js';
import type { Handlers } from '../handler.js';
import { pageOf, positionOf } from '../queries/page.js';
import { substitutionPage, substitutionViews } from '../queries/substitutions.js';

/** The handlers of substitutions. */
export const substitutions: Pick<
  Handlers,
  'listSubstitutions' | 'listColleagues' | 'nameSubstitute' | 'endSubstitution'
> = {
  listSubstitutions: async ({ who, query }, { db }) => ({ status: 200, body: await substitutionPage(db, who, query) }),

  listColleagues: async ({ who, query: { of, cursor, limit } }, { db }) => {
    const position = positionOf(cursor);
    const fit = mayStandInFor(await absentOfficial(db, who, of));
    const rows = await db.official.findMany({
      where: { AND: [fit, position ? { id: { gt: position.id } } : {}] },
      orderBy: { id: 'asc' },
      take: limit + 1,
    });
    const body = pageOf(
      rows,
      limit,
      ({ id }) => ({ at: null, id }),
      ({ id, name, roles }) => ({ id, name, roles: roles.map((role) => ({ ...ROLE_NAMES[role] })) }),
    );
    return { status: 200, body };
  },

  nameSubstitute: async ({ who, body: said, actId }, deps) => {
    const row = await nameSubstitute(deps, who, { id: uuidFor(actId, 'substitution'), said });
    return { status: 201, body: (await substitutionViews(deps.db, [row]))(row) };
  },

  endSubstitution: async ({ who, params: { id } }, deps) => {
    const row = await endSubstitution(deps, who, id);
    return { status: 200, body: (await substitutionViews(deps.db, [row]))(row) };
  },
};
