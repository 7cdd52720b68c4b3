import type { DecidedStage, Decision } from '../../../domain/schemas/decision.js';
import type { TaskView } from '../../../domain/schemas/task.js';
import type { ApiClient } from '../api-client.js';
import { ApiProblem } from '../api-problem.js';
import type { CaseWalk, Step } from '../case-walk.js';
import { eventually, pause } from '../patience.js';
import { givesPaper } from './papers.js';

type At<S extends DecidedStage> = Omit<Extract<Decision, { stage: S }>, 'stage' | 'paperIds'>;

interface Desk {
  /** Whose turn it is, by the ends of their logins; the second one signs too. */
  readonly by: (walk: CaseWalk) => readonly [string, string?];
  /** The papers that the decision relies on, by their kinds. */
  readonly photo?: string | readonly string[];
}

/** Waits for the task of a stage, and decides it. */
export const decides =
  <S extends DecidedStage>(stage: S, { by, photo }: Desk, decision: At<S>): Step =>
  async (walk) => {
    const [first, second] = by(walk);
    const official = await walk.town.official(first);
    const { id } = await taskOf(walk, official, stage);
    const papers = photo === undefined ? {} : { paperIds: await papersOf(walk, official, [photo].flat()) };
    const body = { stage, ...decision, ...papers } as Decision;
    await inTime(walk, () => official.call('decideTask', { params: { id }, body }));
    if (second !== undefined) await signs(walk, await walk.town.official(second), id);
  };

async function papersOf(walk: CaseWalk, official: ApiClient, kinds: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const kind of kinds) ids.push(await givesPaper(walk, official, kind));
  return ids;
}

/** 双人: signs what the first one has decided, having seen it. */
async function signs(walk: CaseWalk, official: ApiClient, taskId: string): Promise<void> {
  const params = { id: taskId };
  const digest = await eventually(async () => {
    const { proposal } = await official.call('getTask', { params });
    return proposal?.digest;
  }, walk.signal);
  await official.call('signTask', { params, body: { digest, agrees: true } });
}

function taskOf(walk: CaseWalk, official: ApiClient, stage: DecidedStage): Promise<TaskView> {
  const { caseNo = '' } = walk;
  return walk.find(stage, async () => {
    const { items } = await official.call('listTasks', { query: { text: caseNo, stage } });
    return items.find((task) => task.kind === 'case' && task.no === caseNo && isDue(task));
  });
}

/** A notice is not taken down before its end. */
const isDue = ({ notBefore }: TaskView): boolean => notBefore === null || Date.parse(notBefore) <= Date.now();

/** The clock that counts is the server's: when ours is ahead of it, a moment more is waited. */
export async function inTime<Answer>({ signal }: CaseWalk, act: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ApiProblem && error.is('NOTICE_RUNNING'))) throw error;
      await pause(200, signal);
    }
  }
}
