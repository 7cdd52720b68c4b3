import type { Handler } from '../handler.js';

export const listAreas: Handler<'listAreas'> = async ({ who }, { db }) => {
  const within = {
    code: { startsWith: who.areaCode },
    level: { in: ['township', 'village'] as ('township' | 'village')[] },
  };
  const items = await db.area.findMany({ where: within, orderBy: { code: 'asc' } });
  return {
    status: 200,
    body: { items: items.map(({ code, name, level }) => ({ code, name, level: level as 'township' })) },
  };
};
