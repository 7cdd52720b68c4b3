import type { Handler } from '../handler.js';
import { receivedOf } from '../papers/parts.js';
import { visibleApplication } from '../queries/visible.js';
import { actorKey } from '../who.js';

export const getUpload: Handler<'getUpload'> = async ({ who, params }, { db, settings }) => {
  const { id: applicationId, uploadId } = params;
  await visibleApplication(db, who, applicationId);
  const upload = { home: settings.home, by: actorKey(who), applicationId, uploadId };
  return { status: 200, body: { received: await receivedOf(upload) } };
};
