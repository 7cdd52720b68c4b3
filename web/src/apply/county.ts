import { countyOf } from '../../../domain/rules/county-of.js';
import type { SessionView } from '../../../domain/schemas/session.js';

/** The county whose programmes are meant: that of whoever is signed in, else the one the system is for. */
export const countyQuery = (session: SessionView | null | undefined): { county?: string } =>
  session ? { county: countyOf(session.area.code) } : {};
