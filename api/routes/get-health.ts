import type { Handler } from '../handler.js';

export const getHealth: Handler<'getHealth'> = () => Promise.resolve({ status: 200, body: { status: 'up' } });
