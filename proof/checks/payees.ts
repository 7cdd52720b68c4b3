import type { PayeeChoice } from '../../domain/schemas/payee-choice.js';
import type { Application } from '../../domain/schemas/application.js';
import { canonical } from '../canonical.js';
import type { CaseEvidence } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import { leavesOf } from '../leaves.js';
import type { Story } from '../story.js';

/** (3) 收款单位: whom the case pays, and what the household agreed to, choice by choice; the last one counts. */
export function checkPayees(
  { caseNo: subject, leaves, payees }: Pick<CaseEvidence, 'caseNo' | 'leaves' | 'payees'>,
  story: Story,
): Finding[] {
  if (!payees) return [];
  const logged = leavesOf(leaves, 'chosen').map(({ choiceId, payeeId, agreement, by, at }): PayeeChoice => ({
    ...{ source: `logged/${choiceId}`, payeeId, agreement, by, at: Date.parse(at) },
  }));
  const chosen = [...story.payees, ...logged].toSorted((one, other) => one.at - other.at);
  return Array.from({ length: Math.max(chosen.length, payees.length) }).flatMap((_, index): Finding[] => {
    const [proved, found] = [chosen[index], payees[index]];
    if (proved && found && canonical(proved) === canonical(found)) return [];
    const at = (proved ?? found)!.source;
    return [{ kind: 'choiceDiffers', subject, at, proved: told(proved), found: told(found) }];
  });
}

/** Of a run: what it began with was chosen so for the entitlement that it pays. */
export function checkEntitled({
  caseNo: subject,
  row,
  entitledPayees,
}: Pick<CaseEvidence, 'caseNo' | 'row' | 'entitledPayees'>): Finding[] {
  const proved = (row?.input as Application | undefined)?.run?.chosen;
  if (!proved || !entitledPayees) return [];
  const found = entitledPayees.find(({ source }) => source === proved.source);
  if (found && canonical(proved) === canonical(found)) return [];
  return [{ kind: 'choiceDiffers', subject, at: proved.source, proved: told(proved), found: told(found) }];
}

/** A choice in short. */
const told = (choice: PayeeChoice | undefined): string => {
  if (!choice) return shown(undefined);
  const { source: _, at: __, ...said } = choice;
  return shown(said);
};
