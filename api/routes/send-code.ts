import type { Handler } from '../handler.js';
import { sendCode as send } from '../session/code.js';

export const sendCode: Handler<'sendCode'> = async ({ body: { phone }, ip }, deps) => {
  await deps.limits.take('codeAddress', ip);
  await deps.limits.take('codePhone', phone);
  const expiresAt = await send(deps, phone);
  return { status: 202, body: { expiresAt: expiresAt.toISOString() } };
};
