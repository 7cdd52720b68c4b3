import { readFileSync } from 'node:fs';
import type { verificationRoutes } from '../../domain/routes/verifications.js';
import { uuidFor } from '../../platform/digest.js';
import { resumeVerification, startVerification } from '../acting/verification.js';
import type { Handlers } from '../handler.js';
import { found } from '../problem.js';
import {
  findingPage,
  reportOf,
  verificationFor,
  verificationPage,
  verificationView,
} from '../queries/audit/verifications.js';

/** The handlers of verifications. */
export const verificationHandlers: Pick<Handlers, keyof typeof verificationRoutes> = {
  startVerification: async ({ who, body, actId }, deps) => {
    const row = await startVerification(deps, who, uuidFor(actId, 'verification'), body);
    return { status: 201, body: await verificationView(deps.db, row) };
  },

  listVerifications: async ({ who, query }, { db }) => ({ status: 200, body: await verificationPage(db, who, query) }),

  getVerification: async ({ who, params: { id } }, { db }) => ({
    status: 200,
    body: await verificationView(db, await verificationFor(db, who, id)),
  }),

  resumeVerification: async ({ who, params: { id } }, deps) => ({
    status: 200,
    body: await verificationView(deps.db, await resumeVerification(deps, who, id)),
  }),

  listVerificationFindings: async ({ who, params: { id }, query }, { db, settings }) => ({
    status: 200,
    body: findingPage(settings.home, await verificationFor(db, who, id), query),
  }),

  getVerificationReport: async ({ who, params: { id } }, { db, settings }) => {
    const report = found(reportOf(settings.home, await verificationFor(db, who, id), 'html'));
    const file = { bytes: readFileSync(report), name: `verification-${id}.html`, contentType: 'text/html' };
    return { status: 200, body: 'bytes', file };
  },
};
