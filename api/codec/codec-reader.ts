import type { Request } from 'express';
import { mayOpen, ownerOfCodecToken } from '../../prisma/codec-tokens.js';
import type { OfficialModel } from '../../prisma/generated/models.js';
import type { Deps } from '../deps.js';
import { Refused } from '../problem.js';

const BEARER = /^Bearer (?<token>[\w-]{20,200})$/;

/**
 * Who opens payloads: the command line bears a token; the UI can bear none of ours, and is let in by the session of
 * whoever is signed in here beside it.
 * @throws Refused NOT_SIGNED_IN
 */
export async function codecReader({ db, settings }: Deps, request: Request): Promise<OfficialModel> {
  const token = BEARER.exec(request.get('authorization') ?? '')?.groups?.['token'];
  const isFromUi = settings.codecUiOrigin !== undefined && request.get('origin') === settings.codecUiOrigin;
  const signedIn = isFromUi ? request.session.signedIn : undefined;
  const official = token ? await ownerOfCodecToken(db, token) : await officialOf(db, signedIn);
  if (!official) throw new Refused('NOT_SIGNED_IN');
  return official;
}

async function officialOf(
  db: Deps['db'],
  signedIn: Request['session']['signedIn'],
): Promise<OfficialModel | undefined> {
  if (signedIn?.kind !== 'official') return undefined;
  const official = await db.official.findUnique({ where: { id: signedIn.id, active: true } });
  return official && mayOpen(official) ? official : undefined;
}
