import { OperatorError } from '../../platform/operator-error.js';
import { REHEARSAL } from '../../prisma/seed/counties.js';
import { ApiProblem } from './api-problem.js';
import type { Town } from './town.js';

const PATIENCE_MS = 5000;

/** @throws OperatorError where no system runs, or one that has no rehearsal county */
export async function assertCanRehearse(town: Town, url: string): Promise<void> {
  await assertRunning(url);
  try {
    await town.official('admin');
    await town.stranger().call('listOutbox', { query: { limit: 1 } });
  } catch (error) {
    if (error instanceof ApiProblem && error.is('WRONG_CREDENTIALS', 'NOT_FOUND')) throw noCounty(url);
    throw error;
  }
}

async function assertRunning(url: string): Promise<void> {
  try {
    const { ok, status } = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!ok) throw new Error(`HTTP ${status}`);
  } catch (error) {
    throw notRunning(url, error);
  }
}

function notRunning(url: string, error: unknown): OperatorError {
  const { cause, message } = error as { cause?: { code?: string }; message: string };
  const why = cause?.code ?? message;
  return new OperatorError(
    `在 ${url} 没有正在运行的直报系统（${why}）：请先用 npm start 启动，或用 --url 指明地址。`,
    `No zhibao answers at ${url} (${why}): start it with npm start first, or name its address with --url.`,
  );
}

const noCounty = (url: string): OperatorError =>
  new OperatorError(
    `${url} 上没有演练县（${REHEARSAL.code} ${REHEARSAL.name}）：演练只在演示数据中进行，请用 ZHIBAO_DEMONSTRATION=true 启动的系统。`,
    `${url} has no rehearsal county (${REHEARSAL.code}): it belongs to the demonstration; use a system started with ZHIBAO_DEMONSTRATION=true.`,
  );
