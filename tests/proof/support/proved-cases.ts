import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathOf } from '../../../api/papers/store.js';
import type { Verdict } from '../../../domain/rules/stages.js';
import type { Act } from '../../../domain/schemas/act.js';
import { sha256 } from '../../../platform/digest.js';
import { RunningCases } from '../../../platform/running-cases.js';
import { keepSignature } from '../../../prisma/act-signatures.js';
import { keepWords } from '../../../prisma/words.js';
import { signedAct } from '../../../proof/signed-act.js';
import { signerFrom } from '../../../proof/signing-key.js';
import { actAt } from '../../activities/support/acting.js';
import { ordinaryHouseholds, submit } from '../../activities/support/submission.js';
import { eventually } from '../../support/eventually.js';
import type { ProvedCounty } from './proved-county.js';

type County = Pick<ProvedCounty, 'db' | 'keyring'> & { readonly env: Pick<ProvedCounty['env'], 'client'> };

/** What is asked for. */
type Asked = Omit<Parameters<typeof submit>[1], 'householdId' | 'papers'>;

/** Cases whose acts go the way of the API's: each signed, with words and on papers that are there. */
export class ProvedCases {
  readonly home: string;
  readonly #county: County;
  readonly #signing: RunningCases;

  constructor(county: County, home = mkdtempSync(path.join(tmpdir(), 'zhibao-proof-'))) {
    this.home = home;
    this.#county = county;
    const { db, keyring, env } = county;
    const signer = signerFrom(keyring.signingSeed('acts'));
    this.#signing = new (class extends RunningCases {
      override async act(...[caseNo, strand, act, actId]: Parameters<RunningCases['act']>): Promise<void> {
        await keepSignature(db, signedAct(signer, { caseNo, strand, actId, act }));
        await super.act(caseNo, strand, act, actId);
      }
    })(env.client);
  }

  /** Submits with two papers: for bees, where nothing else is said. */
  async submitted(asked: Asked = { programmeCode: 'beekeeping', quantity: 10 }): Promise<string> {
    const { db } = this.#county;
    const [householdId] = await ordinaryHouseholds(db, 1);
    const papers = [this.paper('用地证明'), this.paper('购置凭证')];
    return await submit(db, { ...asked, householdId: householdId!, papers });
  }

  async act(caseNo: string, stage: Act['stage'], verdict: Verdict, more: Partial<Act> = {}): Promise<void> {
    const { db } = this.#county;
    await actAt({ db, cases: this.#signing }, caseNo, stage, verdict, { ...(await this.said(caseNo)), ...more });
  }

  /** 经农户同意: the household agrees that its money goes to somebody of the register of payees. */
  async agreed(caseNo: string, payeeId: string): Promise<void> {
    const { householdId } = await this.#county.db.case.findUniqueOrThrow({ where: { caseNo } });
    const by = { id: householdId!, role: 'household' } as const;
    const said = await this.said(caseNo);
    const act: Act = { stage: 'payeeConsent', verdict: 'agreeToPayee', by, subject: payeeId, ...said };
    await this.#signing.act(caseNo, 'case', act, randomUUID());
  }

  /** What an act on a case brings along: words under the key of the case, and a paper of it. */
  async said(caseNo: string): Promise<Pick<Act, 'words' | 'papers'>> {
    const { db, keyring } = this.#county;
    const { applicationId, householdId } = await db.case.findUniqueOrThrow({ where: { caseNo } });
    const paper = await db.paper.findFirst({ where: { applicationId } });
    const words = await keepWords(db, keyring, { id: randomUUID(), householdId, caseNo, text: '属实' });
    return { words, papers: paper ? [paper.sha256] : [] };
  }

  /** The whole way to the money. */
  async paid(caseNo: string): Promise<void> {
    await this.act(caseNo, 'initialCheck', 'pass');
    await this.prepared(caseNo);
    await this.act(caseNo, 'paymentReview', 'pass');
    await eventually(
      () => this.#county.db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    );
  }

  /** From the initial check on until its money is ordered. */
  async prepared(caseNo: string): Promise<void> {
    await this.act(caseNo, 'townshipVerification', 'amend', { quantity: 8 });
    await this.act(caseNo, 'projectApproval', 'pass');
    await this.act(caseNo, 'noticePosting', 'posted');
    await this.act(caseNo, 'publicNotice', 'takenDown');
    await this.act(caseNo, 'projectWork', 'declareCompletion');
    await this.act(caseNo, 'acceptanceInspection', 'pass', { quantity: 8 });
    await this.act(caseNo, 'paymentPreparation', 'prepare');
  }

  /** Taken back by its household. */
  async withdrawn(caseNo: string, householdId: string): Promise<void> {
    const by = { id: householdId, role: 'household' } as const;
    await this.#signing.act(caseNo, 'case', { stage: 'projectApproval', verdict: 'withdraw', by }, randomUUID());
  }

  /** A paper that is stored. */
  paper(what: string): { kind: string; sha256: string } {
    const bytes = Buffer.from(`${what} ${randomUUID()}`);
    const digest = sha256(bytes);
    mkdirSync(path.dirname(pathOf(this.home, digest)), { recursive: true });
    writeFileSync(pathOf(this.home, digest), bytes);
    return { kind: what, sha256: digest };
  }
}
