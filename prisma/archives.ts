import canonicalize from 'canonicalize';
import { sha256 } from '../platform/digest.js';
import type { Tx } from './client.js';
import type { ArchiveItemModel as ArchiveItem } from './generated/models.js';

/** What a catalogue says, by its digest: SHA-256 of its pieces as canonical JSON, in their order. */
export const catalogueDigest = (items: readonly ArchiveItem[]): string =>
  sha256(
    canonicalize(
      items.map(({ no, kind, ref, number, author, title, on, sha256: digest }) => ({
        ...{ no, kind, ref, number, author, title, on, sha256: digest },
      })),
    )!,
  );

/** Whether something of a filed case goes on: a return, a review, visits, a claim, payments period after period, a finding. */
export async function isOpen(tx: Tx, caseNo: string): Promise<boolean> {
  const goesOn = await Promise.all([
    tx.case.count({ where: { caseNo, running: true } }),
    tx.review.count({ where: { caseNo, closedAt: null } }),
    tx.followUp.count({ where: { caseNo, closedAt: null } }),
    tx.recovery.count({ where: { caseNo, state: { not: 'settled' } } }),
    tx.entitlement.count({ where: { caseNo, state: 'active' } }),
    tx.auditFinding.count({ where: { caseNo, state: { not: 'closed' } } }),
    tx.archiveDue.count({ where: { caseNo } }),
  ]);
  return goesOn.some((count) => count > 0);
}
