import { expect, test } from '@jest/globals';
import type { Tx } from '../../../prisma/client.js';
import { logPayee } from '../../../prisma/payee-digests.js';
import { sealColumn } from '../../../prisma/sealed.js';
import { shareOf, signedDividend } from '../../activities/support/shares.js';
import type { Tampered } from './tampered.js';

/** Somebody tampers with the register of payees: tests of the file that has the servers. */
export function tamperWithPayees(tampered: () => Tampered): void {
  test('changes the account of a payee, or enters one', async () => {
    const { county } = tampered();
    const { accounts, ...payee } = await county.db.payee.findFirstOrThrow({
      where: { countyCode: '339901', kind: 'contractor' },
      include: { accounts: true },
    });
    const { id, payeeId: subject } = accounts[0]!;
    const look = (tx: Tx) => tampered().verifyLog(tx);
    const changed = await tampered().after(async (tx) => {
      await tx.payeeAccount.update({ where: { id }, data: { numberSealed: Buffer.from('another') } });
      await tx.payee.create({ data: { ...payee, id: 'invented', creditCode: '91339901MA00000000' } });
    }, look);
    const unsigned = { kind: 'accountUnsigned', subject, at: `account/${id}` };
    expect(changed).toMatchObject([
      { kind: 'payeeAltered', subject, at: `account/${id}` },
      { kind: 'payeeAltered', subject: 'invented', proved: '—' },
      unsigned,
    ]);
    const decided = { decidedById: 'yl-finance-2', decidedAt: new Date(0) };
    for (const [data, ...more] of [
      [{ enteredAt: new Date(0) }],
      [{ decidedAt: new Date(0) }, unsigned],
      [decided, unsigned],
      [{ state: 'replaced' as const }],
    ] as const)
      expect(await tampered().after((tx) => tx.payeeAccount.update({ where: { id }, data }), look)).toMatchObject([
        { kind: 'payeeAltered', subject, at: `account/${id}` },
        ...more,
      ]);
    for (const data of [{ name: '张三' }, { enteredById: 'somebody' }, { enteredAt: new Date(0) }])
      expect(await tampered().after((tx) => tx.payee.update({ where: { id: subject }, data }), look)).toMatchObject([
        { kind: 'payeeAltered', subject, at: 'entry' },
      ]);
    expect(await tampered().after((tx) => tx.payeeAccount.delete({ where: { id } }), look)).toMatchObject([
      { kind: 'payeeAltered', subject, at: `account/${id}`, found: '—' },
    ]);
  });

  test('puts another account of a payee in force, and logs it: nobody signed for it', async () => {
    const { county } = tampered();
    const before = await county.db.payeeAccount.findFirstOrThrow({ where: { payee: { countyCode: '339901' } } });
    const { payeeId: subject } = before;
    const added = { ...before, id: 'added', numberHash: 'another', decidedAt: new Date() } as typeof before;
    const { enteredSigned, decidedSigned, ...kept } = added;
    const signed = { enteredSigned: enteredSigned as object, decidedSigned: decidedSigned as object };
    const findings = await tampered().after(
      async (tx) => {
        await tx.payeeAccount.update({ where: { id: before.id }, data: { state: 'replaced' } });
        await tx.payeeAccount.create({ data: { ...kept, ...signed } });
        await logPayee(tx, subject);
      },
      (tx) => tampered().verifyLog(tx),
    );
    expect(findings).toMatchObject([{ kind: 'accountUnsigned', subject, at: 'account/added' }]);
  });

  test('makes a collective’s share another one’s', async () => {
    const { county, cases } = tampered();
    const share = await shareOf(county.db, await signedDividend(county.db, 2026));
    await cases.act(share, 'paymentPreparation', 'prepare');
    expect(await tampered().verifyCases([share])).toEqual([]);
    const { payeeId } = await county.db.case.findUniqueOrThrow({ where: { caseNo: share } });
    // Another account in its place while the order was made, and its own again after that.
    const [account] = await county.db.payeeAccount.findMany({ where: { payeeId: payeeId! } });
    const { key } = county.keyring.county('339901');
    const numberSealed = sealColumn(key, 'payeeAccountNumber', '6228480200000990011');
    const swapped = await tampered().after(
      (tx) => tx.payeeAccount.update({ where: { id: account!.id }, data: { numberSealed } }),
      (tx) => tampered().verifyLog(tx),
    );
    expect(swapped).toMatchObject([
      { kind: 'payeeAltered', subject: payeeId, at: `account/${account!.id}` },
      { kind: 'accountUnsigned', subject: payeeId, at: `account/${account!.id}` },
      { kind: 'payeeDiffers', subject: `${share}-P1`, at: 'register', proved: expect.stringMatching(/0011$/) },
    ]);
    const other = await county.db.payee.findFirstOrThrow({ where: { kind: 'collective', id: { not: payeeId! } } });
    const findings = await tampered().after((tx) =>
      tx.case.update({ where: { caseNo: share }, data: { payeeId: other.id } }),
    );
    expect(findings).toMatchObject([
      { kind: 'submissionDiffers', subject: share, at: 'payeeId', proved: payeeId, found: other.id },
    ]);
  });
}
