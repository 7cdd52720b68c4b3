import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { itemsIn } from '../../cli/verify/scope.js';
import type { Act } from '../../domain/schemas/act.js';
import { bundleIdOf } from '../../platform/running-cases.js';
import { keepSignature } from '../../prisma/act-signatures.js';
import { signedAct } from '../../proof/signed-act.js';
import { signerFrom } from '../../proof/signing-key.js';
import { act as actUpdate } from '../../workflows/messages.js';
import { bundleOfMany } from '../activities/support/thousand.js';
import { eventually } from '../support/eventually.js';
import { Tampered } from './support/tampered.js';

describe('Whoever has full rights over the database and the engine', () => {
  let tampered: Tampered;
  beforeAll(async () => void (tampered = await Tampered.open()), 240_000);
  afterAll(async () => await tampered?.close());

  const by = { id: 'yl-checker-1', role: 'countyChecker', officeId: 'yl-relief', areaCode: '339901' } as const;

  /** A bundle that was handed in, and is checked: signed, as the API does it, or past it. */
  async function checked(run: string, isSigned: boolean): Promise<{ no: string; workflowId: string; actId: string }> {
    const { db, keyring, env } = tampered.county;
    const { no } = await bundleOfMany({ db, keyring }, 2, { run });
    const workflowId = bundleIdOf({ bundleNo: no, submission: 1 });
    await eventually(
      () => db.bundle.findUniqueOrThrow({ where: { no } }),
      ({ state }) => state === 'initialCheck',
    );
    const actId = randomUUID();
    const act: Act = { stage: 'initialCheck', verdict: 'pass', by, subject: actId };
    const signer = signerFrom(keyring.signingSeed('acts'));
    if (isSigned) await keepSignature(db, signedAct(signer, { caseNo: workflowId, strand: 'case', actId, act }));
    await env.client.workflow.getHandle(workflowId).executeUpdate(actUpdate, { args: [act], updateId: actId });
    await tampered.county.seal();
    return { no, workflowId, actId };
  }

  test('decides on a bundle through the engine: nobody has signed that', async () => {
    const { workflowId } = await checked('f', false);
    expect(await tampered.verifyCases([workflowId])).toMatchObject([
      { kind: 'actUnsigned', subject: workflowId, found: 'initialCheck pass yl-checker-1' },
    ]);
  });

  test('changes who decided on a bundle, deletes the decision or its signature, or invents another', async () => {
    const { no, workflowId, actId } = await checked('h', true);
    const look = (tx: Parameters<Tampered['verifyLog']>[0]) => tampered.verifyCases([workflowId], tx);
    expect(await look(tampered.county.db)).toEqual([]);
    expect(await itemsIn(tampered.county.db, { area: '339901', year: no.slice(7, 11) })).toContain(workflowId);
    const where = { actId };
    const { body } = await tampered.county.db.bundleAct.findUniqueOrThrow({ where });
    const other = { ...(body as Act), by: { ...by, id: 'yl-checker-2' } };
    const differs = { kind: 'bundleActDiffers', subject: workflowId };
    const proved = 'initialCheck pass yl-checker-1';
    const found = 'initialCheck pass yl-checker-2';
    expect(await tampered.after((tx) => tx.bundleAct.update({ where, data: { body: other } }), look)).toMatchObject([
      { ...differs, proved, found },
    ]);
    expect(await tampered.after((tx) => tx.bundleAct.delete({ where }), look)).toMatchObject([
      { ...differs, proved, found: '—' },
    ]);
    const added = { bundleNo: no, seq: 9, actId: 'invented', body: { ...other, subject: 'invented' } };
    expect(await tampered.after((tx) => tx.bundleAct.create({ data: added }), look)).toMatchObject([
      { ...differs, at: 'invented', proved: '—', found },
    ]);
    const unsigned = await tampered.after((tx) => tx.actSignature.deleteMany({ where: { caseNo: workflowId } }), look);
    expect(unsigned).toMatchObject([{ kind: 'actUnsigned', subject: workflowId }]);
  });
});
