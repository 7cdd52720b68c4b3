import type { MatterKind, MatterStage } from '../../domain/rules/matters.js';
import { uuidFor } from '../../platform/digest.js';

/** What waits that is no step of one case, and since when. */
interface Waiting {
  readonly kind: MatterKind;
  /** Of the bundle, of the publication, of the case in which money is claimed back, or that granted the entitlement. */
  readonly no: string;
  readonly stage: MatterStage;
  readonly openedAt: Date;
}

/** As the rows have it. */
export interface FoundMatter extends Waiting {
  readonly caseNo: string | null;
  readonly areaCode: string;
  readonly programmeCode: string;
  readonly policyDigest: string;
  readonly households: number;
  readonly amountFen: number | null;
  /** Not to be done before: the end of a notice. */
  readonly notBefore: Date | null;
  /** Who gave the first of two signatures. */
  readonly firstId: string | null;
}

/** As whoever is to do it finds it. */
export interface Matter extends FoundMatter {
  readonly id: string;
  /** When it is overdue: it changes nothing by itself. */
  readonly dueAt: Date | null;
}

/** The name of a matter, as long as the same is waited for. */
export const matterId = ({ kind, no, stage, openedAt }: Waiting): string =>
  uuidFor(`${kind}/${no}`, `${stage}/${openedAt.getTime()}`);
