import { randomUUID } from 'node:crypto';
import { actOnBoard } from '../../../api/acting/act-on-board.js';
import { bundleActOf } from '../../../api/acting/bundle-decision.js';
import type { Act } from '../../../domain/schemas/act.js';
import type { BundleDecision } from '../../../domain/schemas/bundle.js';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { bundleIdOf } from '../../../platform/running-cases.js';
import { keepSignature } from '../../../prisma/act-signatures.js';
import { signedAct } from '../../../proof/signed-act.js';
import { signerFrom } from '../../../proof/signing-key.js';
import { act as actUpdate } from '../../../workflows/messages.js';
import { bundleOfMany } from '../../activities/support/thousand.js';
import { eventually } from '../../support/eventually.js';
import { officialWho } from './desk-acts.js';
import type { Tampered } from './tampered.js';

const CHECKER = { id: 'yl-checker-1', role: 'countyChecker', officeId: 'yl-relief', areaCode: '339901' } as const;

/** A bundle that was handed in and waits to be checked; its number and that of its workflow. */
export async function handedIn({ county, cases }: Tampered, run: string): Promise<{ no: string; workflowId: string }> {
  const { db, keyring } = county;
  const { sha256: receiptSha256 } = cases.paper(`${run} 购置凭证`);
  const { no } = await bundleOfMany({ db, keyring }, 2, { run, hasPapers: true, receiptSha256 });
  await eventually(
    () => db.bundle.findUniqueOrThrow({ where: { no } }),
    ({ state }) => state === 'initialCheck',
  );
  return { no, workflowId: bundleIdOf({ bundleNo: no, submission: 1 }) };
}

/** It is checked as the API does it; households are struck out. */
export async function struckOut(tampered: Tampered, no: string, decision: BundleDecision): Promise<void> {
  const { db, keyring } = tampered.county;
  const who = await officialWho(tampered.county, CHECKER.id);
  const bundle = await db.bundle.findUniqueOrThrow({ where: { no } });
  const act = await bundleActOf({ db, keyring }, who, bundle, randomUUID(), decision);
  await send(tampered, bundleIdOf({ bundleNo: no, submission: bundle.submission }), act);
}

/** It is checked: signed, as the API does it, or past it. */
export async function check(tampered: Tampered, workflowId: string, actId: string, isSigned = true): Promise<Act> {
  const act: Act = { stage: 'initialCheck', verdict: 'pass', by: CHECKER, subject: actId };
  await send(tampered, workflowId, act, isSigned);
  return act;
}

async function send({ county }: Tampered, workflowId: string, act: Act, isSigned = true): Promise<void> {
  const { db, keyring, env } = county;
  const actId = act.subject!;
  const signer = signerFrom(keyring.signingSeed('acts'));
  if (isSigned) await keepSignature(db, signedAct(signer, { caseNo: workflowId, strand: 'case', actId, act }));
  await env.client.workflow.getHandle(workflowId).executeUpdate(actUpdate, { args: [act], updateId: actId });
}

/** Its cases wait for the notice that names them all to be posted; their numbers and that of the notice. */
export async function toPost({ county: { db }, cases }: Tampered, bundleNo: string) {
  const at = async (stage: 'townshipVerification' | 'noticePosting') =>
    await eventually(
      () => db.case.findMany({ where: { bundleNo, stage }, orderBy: { caseNo: 'asc' } }),
      (rows) => rows.length === 2,
    );
  const caseNos = (await at('townshipVerification')).map(({ caseNo }) => caseNo);
  for (const caseNo of caseNos) {
    await cases.act(caseNo, 'townshipVerification', 'pass');
    await cases.act(caseNo, 'projectApproval', 'pass');
  }
  await at('noticePosting');
  return { caseNos, noticeNo: `${bundleNo}-N1` };
}

/** Posted by an official, as he does it: for all of them. */
export async function posted({ county, cases }: Tampered, bundleNo: string, no: string): Promise<void> {
  const { db } = county;
  const { kind, sha256 } = cases.paper('postingPhoto');
  const about = { bundleNo, kind, sha256, contentType: 'image/png', bytes: 1, uploadedBy: 'test' };
  const { id } = await db.bundlePaper.create({ data: about });
  const said = { onDay: shanghaiDate(Date.now()), witness: '监委会委员', paperIds: [id] };
  const who = await officialWho(county, 'yl-339901100-verifier-1');
  await actOnBoard(county, who, { no, stage: 'noticePosting', said, takenOver: false });
}
