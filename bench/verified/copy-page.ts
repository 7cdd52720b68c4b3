import { randomUUID } from 'node:crypto';
import type { VerifyGround } from '../../cli/verify/open-ground.js';
import { Act } from '../../domain/schemas/act.js';
import { sha256 } from '../../platform/digest.js';
import type { Db } from '../../prisma/client.js';
import { log } from '../../prisma/log-entries.js';
import { canonical } from '../../proof/canonical.js';
import { parseLeaf } from '../../proof/leaves.js';
import { signedAct } from '../../proof/signed-act.js';
import type { Signer } from '../../proof/signing-key.js';
import { copyHistory } from './copy-history.js';
import type { Model } from './model.js';

type Ground = Pick<VerifyGround, 'codec'> & { readonly db: Db; readonly signer: Signer };

/** Writes some copies, with every trigger off; each as the product would have written it. */
export async function copyPage(ground: Ground, model: Model, caseNos: readonly string[], year: number): Promise<void> {
  const copies: Awaited<ReturnType<typeof copyOf>>[] = [];
  for (const caseNo of caseNos) copies.push(await copyOf(ground, model, caseNo, year));
  await ground.db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.case.createMany({ data: copies.map((copy) => copy.row) });
      await tx.caseEvent.createMany({ data: copies.flatMap((copy) => copy.events) });
      await tx.payment.createMany({ data: copies.flatMap((copy) => copy.payments) });
      await tx.actSignature.createMany({ data: copies.flatMap((copy) => copy.signatures) });
      await tx.paper.createMany({ data: copies.flatMap((copy) => copy.papers) });
      await tx.commitment.createMany({ data: copies.flatMap((copy) => copy.commitments) });
      await tx.seal.createMany({ data: copies.map((copy) => copy.seal) });
      await tx.ledgerTransaction.createMany({ data: copies.flatMap((copy) => copy.transactions) });
      await tx.ledgerEntry.createMany({ data: copies.flatMap((copy) => copy.entries) });
      for (const leaf of copies.flatMap((copy) => copy.leaves)) await log(tx, leaf);
    },
    { timeout: 300_000 },
  );
}

async function copyOf({ codec, signer }: Ground, model: Model, caseNo: string, year: number) {
  const { row, seal } = model;
  /** The same about the copy. */
  const about = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll(row.caseNo, caseNo)) as T;
  const applicationId = randomUUID();
  const input = about(row.input) as object;
  const { content, openedSha256, runs } = await copyHistory(codec, model.history, caseNo);
  const digest = sha256(content);
  const settledAt = new Date(`${year}-06-01T04:00:00Z`);
  const at = new Date();
  return {
    row: { ...row, caseNo, applicationId, input, outcome: about(row.outcome) as object, bundleNo: null },
    events: model.events.map((event) => {
      const body = about(event.body) as object;
      const step = { seq: event.seq, kind: event.kind, at: event.at.getTime(), ...body };
      return { ...event, caseNo, body, digest: sha256(canonical(step)) };
    }),
    // No batch has it: what the bank's statements have is not looked for.
    payments: model.payments.map((payment) => ({
      ...payment,
      ...{ caseNo, reference: about(payment.reference), batchNo: null, scheduleNo: null, settledAt },
    })),
    signatures: model.signatures.map(({ actId, strand, act: signed, at: signedAt }) => {
      const act = Act.parse(about(signed));
      const { keyId, signature } = signedAct(signer, { caseNo, strand, actId, act });
      return { actId, caseNo, strand, act, keyId, signature, at: signedAt };
    }),
    papers: model.papers.map((paper) => ({ ...paper, id: randomUUID(), applicationId })),
    commitments: model.commitments.map((commitment) => ({ ...commitment, caseNo })),
    seal: { ...seal, workflowId: caseNo, caseNo, content, sha256: digest, bytes: content.length },
    transactions: model.ledger.map(({ key, reference, kind, documentNo, byId, lines }) => ({
      ...{ ...about({ key, reference }), caseNo, kind, documentNo, byId, lines, at },
    })),
    entries: model.ledger.flatMap(({ key, entries }) =>
      entries.map(({ accountId, amountFen }) => ({ transactionKey: about(key), accountId, amountFen, at })),
    ),
    leaves: [
      ...model.leaves.map(({ leaf }) => {
        const copied = about(parseLeaf(leaf)!);
        return copied.kind === 'submitted' ? { ...copied, inputSha256: sha256(canonical(input)) } : copied;
      }),
      { kind: 'sealed', workflowId: caseNo, sha256: digest, openedSha256, runs } as const,
    ],
  };
}

/** Money for the copies: the funds give, and the accounts stand, what their entries will come to. */
export async function feedLedger(db: Db, { ledger, commitments }: Model, copies: number): Promise<void> {
  const moved = new Map<string, bigint>();
  const move = (id: string, fen: bigint) => moved.set(id, (moved.get(id) ?? 0n) + fen);
  for (const { accountId, amountFen } of ledger.flatMap(({ entries }) => entries))
    move(accountId, amountFen * BigInt(copies));
  const allotments = await db.allotment.findMany({
    where: { id: { in: commitments.map(({ allotmentId }) => allotmentId) } },
  });
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    for (const { id, fundId } of allotments) {
      const [available, source] = [`${id}/available`, `${fundId}/source`];
      const needed = -(moved.get(available) ?? 0n);
      const key = `bench/copies/${randomUUID()}`;
      await tx.ledgerTransaction.create({ data: { key, kind: 'allotted', lines: 2, at: new Date() } });
      await tx.ledgerEntry.createMany({
        data: [
          { transactionKey: key, accountId: source, amountFen: -needed },
          { transactionKey: key, accountId: available, amountFen: needed },
        ],
      });
      move(source, -needed);
      move(available, needed);
    }
    for (const [id, fen] of moved)
      await tx.$executeRaw`UPDATE "LedgerAccount" SET "balanceFen" = "balanceFen" + ${fen} WHERE "id" = ${id}`;
  });
}
