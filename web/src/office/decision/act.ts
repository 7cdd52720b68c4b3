import type { useAct } from '../../common/calls/act.js';
import type { ActId } from '../../common/calls/types.js';

/** An act that is, or will be, sent; whoever shows what came of it holds it. */
export type Act<Id extends ActId> = ReturnType<typeof useAct<Id>>;
