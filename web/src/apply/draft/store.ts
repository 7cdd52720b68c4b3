import { KeptStore } from '../../common/kept/store.js';
import { asKept, type Draft } from './draft.js';

/** The drafts of this phone. */
class Drafts extends KeptStore<Draft> {
  /** By its address here, or the application's. */
  find = (id: string): Draft | undefined =>
    this.all().get(id) ?? [...this.all().values()].find(({ applicationId }) => applicationId === id);
}

export const drafts = new Drafts({ database: 'zhibao-apply', store: 'drafts', asKept });
