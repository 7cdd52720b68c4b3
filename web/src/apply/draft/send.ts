import type { QueryClient } from '@tanstack/react-query';
import type { ApplicationView } from '../../../../domain/schemas/application-draft.js';
import { call } from '../../common/calls/call.js';
import { nowRead } from '../../common/calls/query.js';
import { Refusal } from '../../common/calls/refusal.js';
import { uploadPaper } from '../../common/calls/upload.js';
import { isRefused, refusalOf } from '../../common/kept/refusal.js';
import { type Draft, isWaiting, patchOf, without } from './draft.js';
import { progress } from './progress.js';
import { drafts } from './store.js';

/**
 * What is sent of a draft, in this order; each part that arrived is struck off before the next one leaves, and only when
 * it is told by what was read: whatever was sent is there at every moment, on the phone or with the office.
 */
const PARTS = [create, patch, remove, sendPapers, account, submit];

/**
 * Sends what waits of a draft. What the server refuses is kept in it and told; what did not come through stays and is
 * tried again. @throws what did not come through
 */
async function sendDraft(id: string, client: QueryClient): Promise<void> {
  const refused = await refusalOf(async () => {
    for (const part of PARTS) {
      const draft = drafts.all().get(id);
      if (draft) await part(draft, client);
    }
  });
  if (refused) await drafts.change(id, (draft) => ({ ...without(draft, 'submitKey'), refused }));
}

/** What is refused for good waits no longer: its sender is told, and gives another. */
const droppedIfRefused = (struckOff: () => Promise<void>) => async (error: unknown) => {
  if (isRefused(error)) await struckOff();
  throw error;
};

async function create(draft: Draft): Promise<void> {
  const { id, applicationId, programmeCode, registerNo, collective, createKey } = draft;
  if (applicationId !== undefined) return;
  const whom = { ...(registerNo !== undefined && { registerNo }), ...(collective && { collectiveId: collective.id }) };
  const body = { programmeCode, ...whom };
  const created = await call('createApplication', { body }, createKey);
  await drafts.change(id, (now) => ({ ...now, applicationId: created.id }));
}

async function patch(draft: Draft, client: QueryClient): Promise<void> {
  const { id, applicationId = '', unsent, answers } = draft;
  if (unsent.length === 0) return;
  const saved = await call('saveApplication', { params: { id: applicationId }, body: patchOf(draft) });
  await nowRead(client, 'getApplication', { params: { id: applicationId } }, () => saved);
  // What was written meanwhile is still to be sent.
  await drafts.change(id, (now) => ({
    ...now,
    unsent: now.unsent.filter((name) => !unsent.includes(name) || now.answers[name] !== answers[name]),
  }));
}

async function remove({ id, applicationId = '', removals }: Draft, client: QueryClient): Promise<void> {
  for (const paperId of removals) {
    await call('removePaper', { params: { id: applicationId, paperId } }).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.is('NOT_FOUND'))) throw error;
    });
    await nowHas(client, applicationId, (papers) => papers.filter((paper) => paper.id !== paperId));
    await drafts.change(id, (draft) => ({ ...draft, removals: draft.removals.filter((each) => each !== paperId) }));
  }
}

async function sendPapers({ id, applicationId = '', papers }: Draft, client: QueryClient): Promise<void> {
  for (const { key, kind, name, file } of papers) {
    const struckOff = () =>
      drafts.change(id, (draft) => ({ ...draft, papers: draft.papers.filter((paper) => paper.key !== key) }));
    const onProgress = (share: number) => progress.tell(key, share);
    const paper = await uploadPaper({ applicationId, kind, name, file, key, onProgress })
      .catch(droppedIfRefused(struckOff))
      .finally(() => progress.done(key));
    await nowHas(client, applicationId, (others) => [...others.filter((other) => other.id !== paper.id), paper]);
    await struckOff();
  }
}

const nowHas = (
  client: QueryClient,
  id: string,
  changed: (papers: ApplicationView['papers']) => ApplicationView['papers'],
): Promise<void> =>
  nowRead(client, 'getApplication', { params: { id } }, (read) => read && { ...read, papers: changed(read.papers) });

async function account({ id, applicationId = '', account: step }: Draft, client: QueryClient): Promise<void> {
  if (!step) return;
  const struckOff = () => drafts.change(id, (draft) => without(draft, 'account'));
  await call('setAccount', { params: { id: applicationId }, body: step.step }, step.key).catch(
    droppedIfRefused(struckOff),
  );
  await client.invalidateQueries({ queryKey: ['getHousehold'] }, { throwOnError: true });
  await struckOff();
}

async function submit({ id, applicationId = '', submitKey }: Draft): Promise<void> {
  if (submitKey === undefined) return;
  const { caseNo } = await call('submitApplication', { params: { id: applicationId }, body: {} }, submitKey);
  await drafts.change(id, (draft) => ({ ...without(draft, 'submitKey'), caseNo }));
}

/** What is sent of the drafts of this phone. */
export const DRAFTS_SENT = {
  ...{ name: 'zhibao-apply-send', store: drafts, send: sendDraft },
  isWaiting: (draft: Draft) => isWaiting(draft) && draft.caseNo === undefined && !draft.refused,
};
