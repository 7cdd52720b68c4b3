import { signProgramme as sign } from '../acting/sign-programme.js';
import type { Handler } from '../handler.js';
import { draftView } from '../queries/programme-versions.js';

export const signProgramme: Handler<'signProgramme'> = async ({ who, params, body, takenOver }, { db }) => {
  await sign(db, who, params.id, { ...body, repeated: takenOver });
  return { status: 200, body: await draftView(db, who, params.id) };
};
