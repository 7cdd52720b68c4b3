import { setTimeout as pause } from 'node:timers/promises';
import { openGround } from '../cli/faults/ground.js';
import { bookingsAt } from '../cli/faults/invariants.js';
import { newcomers } from '../cli/rehearsal/newcomers.js';
import { registerNewcomers } from '../cli/rehearsal/register-newcomers.js';
import { Town } from '../cli/rehearsal/town.js';
import { isAlive, kill } from '../cli/start/processes.js';
import { CountyCodec } from '../platform/codec.js';
import { Keyring } from '../platform/keyring.js';
import { RunningCases } from '../platform/running-cases.js';
import { connectClient } from '../platform/temporal.js';
import { connect, type Db } from '../prisma/client.js';
import { REHEARSAL } from '../prisma/seed/counties.js';
import { copyCase, modelOf } from './copies.js';
import { dueTasks, Officials } from './officials.js';
import { each, startCases } from './start-cases.js';
import { submitAll } from './submissions.js';

const PROGRAMME = 'home-processing';
const LOOK_EVERY_MS = 200;
const PAGE = 1000;

const script = { id: 'bench', zh: '基准', en: 'bench', share: 1, way: [], ends: { outcome: 'completed' } } as const;
const say = (text: string) => process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);

/**
 * A batch of many orders, from the moment nothing holds it any more: its file, its hand-over, the posting of its
 * results, its cases' end. The worker is killed in the middle. The floor, in the same run: the same rows written bare,
 * and as many signals to cases that have ended.
 */
async function measure(orders: number): Promise<void> {
  const ground = await openGround();
  const db = connect(ground.databaseUrl);
  try {
    const keyring = Keyring.from(ground.key);
    const client = await connectClient(ground.engine, new CountyCodec(keyring));
    say('one household goes the whole way to its payment');
    const town = new Town(ground.url);
    await register(town, 'model', 1);
    const [model] = await held(db, 'model');
    const [caseNo] = await submitAll(db, PROGRAMME, [model!.registerNo]);
    await bringToPayment(db, await Officials.of(db, new RunningCases(client), REHEARSAL.code), 1);
    say(`${orders - 1} households are registered, and stand where it stands`);
    await register(town, 'copy', orders - 1);
    const anew = await copyCase(db, keyring, await modelOf(db, caseNo!), await held(db, 'copy'));
    await startCases(client, anew);

    say('nothing holds them any more');
    const began = performance.now();
    const since = () => (performance.now() - began) / 1000;
    await db.hold.updateMany({ where: { liftedAt: null }, data: { liftedAt: new Date(), liftNote: 'bench' } });
    await until(async () => (await db.payment.count({ where: { state: { not: 'checked' } } })) > 0);
    const taken = await until(async () => (await inState(db, ['sent', 'accepted', 'credited'])) > 0 && since());
    const worker = ground.keeper.running.find(({ part }) => part.en === 'worker')!.process;
    await until(async () => (await inState(db, ['credited'])) > orders / 3);
    if (isAlive(worker)) kill(worker);
    say(`the worker is killed after ${since().toFixed(1)} s`);
    const posted = await until(async () => (await inState(db, ['credited'])) === orders && since());
    say(`posted after ${posted.toFixed(1)} s`);
    const moved = await until(async () => (await db.case.count({ where: { running: true } })) === 0 && since());
    const batches = await db.paymentBatch.findMany({ include: { files: true } });
    for (const { no, orders: count, files } of batches.filter((batch) => batch.orders !== null)) {
      const { historyLength } = await client.workflow.getHandle(no).describe();
      say(`batch ${no}: ${count} orders, ${files.length} files, history ${historyLength} events`);
    }
    say(
      `file and hand-over ${taken.toFixed(1)} s, posted ${posted.toFixed(1)} s, all cases ended ${moved.toFixed(1)} s`,
    );
    const credits = (await bookingsAt(ground.bankUrl)).length;
    say(`the bank has booked ${credits} credits for ${orders} orders`);
    await floor(db, orders, { posted, moved });
    await client.connection.close();
  } finally {
    await db.$disconnect();
    await ground.close(false);
  }
}

async function register(town: Town, run: string, howMany: number): Promise<void> {
  const cast = newcomers(
    Array.from({ length: howMany }, () => script),
    run,
  );
  for (let from = 0; from < cast.length; from += PAGE) await registerNewcomers(town, cast.slice(from, from + PAGE));
}

/** Households of a run, each on hold so that nothing of it leaves before all have come as far. */
async function held(db: Db, run: string) {
  const households = await db.household.findMany({ where: { registerNo: { contains: `-${run}-` } } });
  await db.hold.createMany({ data: households.map(({ id }) => holdOn(id)) });
  return households;
}

const holdOn = (householdId: string) => ({
  ...{ kind: 'household' as const, subject: householdId, countyCode: REHEARSAL.code },
  ...{ reasonCode: 'OTHER', note: 'bench' },
});

/** Officials act until every order is reviewed. */
async function bringToPayment(db: Db, officials: Officials, orders: number): Promise<void> {
  await until(async () => {
    await each(await dueTasks(db, REHEARSAL.code, PAGE), (task) => officials.decide(task));
    return (await inState(db, ['checked'])) === orders;
  });
}

const inState = (db: Db, states: ('checked' | 'sent' | 'accepted' | 'credited')[]): Promise<number> =>
  db.payment.count({ where: { state: { in: states } } });

/** The least that such a machine needs for so many rows: what we take is told as a multiple of it. */
async function floor(db: Db, orders: number, { posted, moved }: { posted: number; moved: number }): Promise<void> {
  const payments = await db.payment.findMany({ select: { reference: true, amountFen: true, payeeSealed: true } });
  await db.$executeRaw`CREATE TABLE bench_floor (reference TEXT PRIMARY KEY, "amountFen" BIGINT, payee BYTEA)`;
  const began = performance.now();
  for (const { reference, amountFen, payeeSealed } of payments)
    await db.$executeRaw`INSERT INTO bench_floor VALUES (${reference}, ${amountFen}, ${Buffer.from(payeeSealed)})`;
  const seconds = (performance.now() - began) / 1000;
  say(
    `floor: ${orders} single rows written in ${seconds.toFixed(1)} s; posted in ${(posted / seconds).toFixed(1)}×, cases ended in ${(moved / seconds).toFixed(1)}× of it`,
  );
}

async function until<Seen>(look: () => Promise<Seen | false>): Promise<Seen> {
  for (;;) {
    const seen = await look();
    if (seen !== false) return seen;
    await pause(LOOK_EVERY_MS);
  }
}

await measure(Number(process.argv[2] ?? 5000));
