import type { Handler } from '../handler.js';
import { storyOf } from '../queries/story.js';
import { visibleCase } from '../queries/visible.js';

export const getStory: Handler<'getStory'> = async ({ who, params }, deps) => ({
  status: 200,
  body: await storyOf(deps, who, await visibleCase(deps.db, who, params.caseNo)),
});
