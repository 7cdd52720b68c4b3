import type { Handler } from '../handler.js';
import { takePart } from '../papers/parts.js';
import { mustBeThere } from '../papers/store.js';
import { visibleApplication } from '../queries/visible.js';
import { actorKey } from '../who.js';

export const sendPart: Handler<'sendPart'> = async ({ who, params, body: { offset }, file }, { db, settings }) => {
  const { id: applicationId, uploadId } = params;
  await visibleApplication(db, who, applicationId);
  const upload = { home: settings.home, by: actorKey(who), applicationId, uploadId };
  return { status: 200, body: { received: await takePart(upload, offset, mustBeThere(file)) } };
};
