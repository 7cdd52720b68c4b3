import type { Handler } from '../handler.js';

export const signOut: Handler<'signOut'> = async ({ session }) => {
  await session.close();
  return { status: 204, body: undefined };
};
