import { connect } from '../../prisma/client.js';
import { chanceFor } from '../../prisma/seed/random.js';
import { Town } from '../rehearsal/town.js';
import { openGround } from './ground.js';
import { casesInPayment } from './households.js';
import { bookingsAt, type Invariant, invariantsOf } from './invariants.js';
import { payAll } from './payments.js';
import { type Kills, storm } from './storm.js';

export interface FaultsOptions {
  readonly seed: string;
  readonly cases: number;
  readonly kills: number;
  /** Told what goes on. */
  readonly onStep: (zh: string, en: string) => void;
}

export interface FaultsReport {
  readonly seed: string;
  readonly cases: number;
  readonly kills: Kills;
  readonly orders: Readonly<Record<string, number>>;
  readonly credits: number;
  readonly seconds: number;
  readonly invariants: readonly Invariant[];
  /** Where the broken copy lies, if something was found. */
  readonly kept: string | undefined;
}

/** What is not done by then hangs: that is a finding too. */
const MOST_MS = 1_800_000;

/**
 * Cases in payment while every process of a copy is killed at random, and then what must be true of the money. The
 * seed decides who is killed when and which account makes trouble; what the machine makes of it differs.
 *
 * @throws OperatorError where the copy cannot be brought up
 */
export async function faults({ seed, cases, kills, onStep }: FaultsOptions): Promise<FaultsReport> {
  const began = performance.now();
  onStep('正在启动一份独立的系统……', 'Bringing up a copy of its own …');
  const ground = await openGround();
  const db = connect(ground.databaseUrl);
  let findings = 1;
  try {
    const ways = await casesInPayment(new Town(ground.url), cases, chanceFor(`${seed}/accounts`), (arrived) => {
      if (arrived % 20 === 0) onStep(`${arrived} 户已办到拨付`, `${arrived} cases have come to their payment`);
    });
    onStep(`${cases} 户在拨付，开始随机终止进程`, `${cases} cases in payment; processes are killed from now on`);
    const signal = AbortSignal.timeout(MOST_MS);
    const onKill = (part: string, count: number) => onStep(`第 ${count} 次：${part}`, `kill ${count}: ${part}`);
    const [killed, done] = await Promise.all([
      storm({ keeper: ground.keeper, chance: chanceFor(`${seed}/kills`), kills, onKill, signal }),
      payAll(db, ways, signal),
    ]);
    const bookings = await bookingsAt(ground.bankUrl);
    const invariants = await invariantsOf(db, bookings);
    if (!done) invariants.push(timeOver);
    findings = invariants.flatMap((invariant) => invariant.findings).length;
    const states = await db.payment.groupBy({ by: ['state'], _count: true });
    return {
      ...{ seed, cases, kills: killed, invariants, seconds: (performance.now() - began) / 1000 },
      orders: Object.fromEntries(states.map(({ state, _count }) => [state, _count])),
      credits: bookings.filter(({ says }) => says === 'credited').length,
      kept: findings > 0 ? ground.home : undefined,
    };
  } finally {
    await db.$disconnect();
    await ground.close(findings > 0);
  }
}

const timeOver: Invariant = {
  ...{ zh: '在限定时间内全部办完', en: 'everything ended in time', looked: 1 },
  findings: ['not all cases came to their end in time'],
};
