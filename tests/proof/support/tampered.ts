import { openProvedCounty, type ProvedCounty } from './proved-county.js';
import { expect } from '@jest/globals';
import { checkMoney } from '../../../cli/verify/money.js';
import { itemsIn } from '../../../cli/verify/scope.js';
import { verifyItems } from '../../../cli/verify/verify-items.js';
import { checkWholeLog } from '../../../api/evidence/whole-log.js';
import type { FindingKind } from '../../../domain/texts/findings.js';
import type { Tx } from '../../../prisma/client.js';
import type { Finding } from '../../../proof/finding.js';
import { eventually } from '../../support/eventually.js';
import { workflowBundle } from '../../support/servers.js';
import { answeredFinding, twoSubstitutions } from './desk-acts.js';
import { ProvedCases } from './proved-cases.js';

class RollBack extends Error {}

export const kinds = (findings: readonly Finding[]): FindingKind[] => [...new Set(findings.map(({ kind }) => kind))];

/** A county with cases that are sealed and a head that the auditor got by mail: somebody tampers, and verification looks. */
export class Tampered {
  readonly county: ProvedCounty;
  readonly cases: ProvedCases;
  /** Paid and sealed; another such; and one that runs. */
  readonly paid: string;
  readonly other: string;
  readonly running: string;
  /** The head that the auditor got by mail. */
  readonly kept: string;

  private constructor(
    county: ProvedCounty,
    cases: ProvedCases,
    [paid, other, running]: readonly [string, string, string],
    kept: string,
  ) {
    this.county = county;
    this.cases = cases;
    this.paid = paid;
    this.other = other;
    this.running = running;
    this.kept = kept;
  }

  static async open(): Promise<Tampered> {
    const county = await openProvedCounty();
    const cases = new ProvedCases(county);
    const { db } = county;
    await county.seal();
    const paid = await cases.submitted();
    await cases.paid(paid);
    const other = await cases.submitted();
    await cases.paid(other);
    const running = await cases.submitted();
    await cases.act(running, 'initialCheck', 'pass');
    await county.seal();
    for (const caseNo of [paid, other]) await county.sealed(caseNo);
    await db.personalRead.createMany({
      data: [{ reader: 'official:x', roles: ['auditor'], subject: paid, why: 'get' }],
    });
    await answeredFinding(county, paid);
    await twoSubstitutions(county);
    await county.seal();
    await county.head();
    const { note } = await db.treeHead.findFirstOrThrow({ orderBy: { size: 'desc' } });
    return new Tampered(county, cases, [paid, other, running], note);
  }

  async verify(db: Tx = this.county.db): Promise<Finding[]> {
    const { keyring, bank } = this.county;
    const cases = await this.verifyCases(await itemsIn(db, {}), db);
    const log = await this.verifyLog(db);
    const money = await checkMoney({ db, keyring, bank });
    return [...log, ...money, ...cases];
  }

  /** Some of the cases alone. */
  async verifyCases(items: readonly string[], db: Tx = this.county.db): Promise<Finding[]> {
    const { keyring, sealing } = this.county;
    const verifier = {
      sources: { db, keyring, codec: sealing.codec, client: sealing.client, home: this.cases.home },
      ...{ workflows: workflowBundle(), replayed: new Set<string>() },
    };
    const verified = await verifyItems(verifier, items);
    return verified.flatMap(({ findings }) => findings);
  }

  /** The log alone. */
  async verifyLog(db: Tx): Promise<Finding[]> {
    return (await checkWholeLog(db, this.county.keyring, [this.kept])).findings;
  }

  /** What verification finds while something is changed, with every trigger off; then it is as it was. */
  async after(
    change: (tx: Tx) => Promise<unknown>,
    look = (tx: Tx): Promise<Finding[]> => this.verify(tx),
  ): Promise<Finding[]> {
    let findings: Finding[] = [];
    const { archiveDue } = this.county.db;
    // Within a transaction, what is filed meanwhile would be read in halves.
    await eventually(
      () => archiveDue.count(),
      (left) => left === 0,
    );
    const changed = this.county.db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
        await change(tx);
        findings = await look(tx);
        throw new RollBack();
      },
      { timeout: 120_000 },
    );
    await expect(changed).rejects.toThrow(RollBack);
    return findings;
  }

  async close(): Promise<void> {
    await this.county.close();
  }
}
