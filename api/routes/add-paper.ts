import type { Application } from '../../domain/schemas/application.js';
import type { CasePaperUpload, TakenAt } from '../../domain/schemas/paper.js';
import { draftKey } from '../../prisma/applicant.js';
import type { Tx } from '../../prisma/client.js';
import type { ApplicationDraftModel } from '../../prisma/generated/models.js';
import { sealColumn } from '../../prisma/sealed.js';
import { uuidFor } from '../../platform/digest.js';
import type { Handler } from '../handler.js';
import { mustBeKnown } from '../papers/kinds.js';
import { forget, storeWhole } from '../papers/parts.js';
import { mustBeThere, store } from '../papers/store.js';
import { Refused } from '../problem.js';
import { programmeOf } from '../queries/application-view.js';
import { lockDraft } from '../queries/lock-draft.js';
import { paperView } from '../queries/papers.js';
import { visibleApplication } from '../queries/visible.js';
import { actorKey } from '../who.js';

export const addPaper: Handler<'addPaper'> = async ({ who, params, body, file, actId }, deps) => {
  const { kind, uploadId } = body;
  const { db, engine, keyring, settings } = deps;
  const draft = await visibleApplication(db, who, params.id);
  const programme = await programmeOf(db, draft);
  mustBeKnown('kind', kind, programme);
  const upload = uploadId && { home: settings.home, by: actorKey(who), applicationId: draft.id, uploadId };
  const stored = upload ? await storeWhole(upload) : await store(settings.home, mustBeThere(file));

  const id = uuidFor(actId, 'paper');
  const key = await draftKey(db, keyring, draft);
  const promisedTo = await db.$transaction(async (tx) => {
    const caseNo = await caseAwaiting(tx, await lockDraft(tx, draft.id), kind);
    const row = { id, ...stored, applicationId: draft.id, kind, uploadedBy: actorKey(who) };
    const placeSealed = sealedPlace(key, body);
    await tx.paper.createMany({
      data: { ...row, placeSealed, toldAt: caseNo ? null : new Date() },
      skipDuplicates: true,
    });
    return caseNo;
  });
  if (promisedTo && (await engine.tell((cases) => cases.tellPapers(promisedTo, [kind])))) {
    await db.paper.updateMany({ where: { id, toldAt: null }, data: { toldAt: new Date() } });
  }
  if (upload) await forget(upload);
  const paper = await db.paper.findUniqueOrThrow({ where: { id } });
  return { status: 201, body: paperView(paper, programme, key), location: `/api/papers/${id}` };
};

/** Where a photograph was taken, if its device told: it says where the household lives. */
function sealedPlace(
  key: Uint8Array,
  { latitude, longitude, accuracyMetres, takenAt }: CasePaperUpload,
): ReturnType<typeof sealColumn> | null {
  if (latitude === undefined || longitude === undefined) return null;
  const taken: TakenAt = {
    latitude,
    longitude,
    accuracyMetres: accuracyMetres ?? null,
    at: takenAt ?? new Date().toISOString(),
  };
  return sealColumn(key, 'paperPlace', JSON.stringify(taken));
}

/** The running case that was promised a paper of this kind. @throws Refused STAGE_MOVED when it takes no more papers */
async function caseAwaiting(tx: Tx, { caseNo }: ApplicationDraftModel, kind: string): Promise<string | undefined> {
  if (caseNo === null) return undefined;
  const beside = { review: true, followUp: true, granted: true } as const;
  const row = await tx.case.findUniqueOrThrow({ where: { caseNo }, include: beside });
  const goesOn = [row.review, row.followUp].some((one) => one !== null && one.closedAt === null);
  // Of what is paid period after period papers come as long as it is in force: a new loan contract.
  if (!row.running && !goesOn && row.granted?.state !== 'active') throw new Refused('STAGE_MOVED');
  const { promisedPapers } = row.input as unknown as Application;
  return row.running && promisedPapers.includes(kind) ? caseNo : undefined;
}
