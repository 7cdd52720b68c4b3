import type { MessageContent } from '../../prisma/outbox.js';

/** A message to be carried. Its id stays the same in every attempt: whoever gets it twice can tell by it. */
export interface Message extends MessageContent {
  readonly id: string;
}

/** What brings messages of one channel out of the house. */
export interface Carrier {
  /** @throws CarrierFailure */
  carry(message: Message): Promise<void>;
  close(): void;
}

/** down: nothing can be carried at present. later: this message cannot. refused: this message will hardly ever be. */
export type Obstacle = 'down' | 'later' | 'refused';

/** A message was not carried. `why` is a code without personal data: it is stored and logged. */
export class CarrierFailure extends Error {
  readonly why: string;
  readonly obstacle: Obstacle;

  constructor(why: string, obstacle: Obstacle) {
    super(why);
    this.name = 'CarrierFailure';
    this.why = why;
    this.obstacle = obstacle;
  }
}
