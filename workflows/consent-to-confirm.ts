import type { Stage } from '../domain/rules/stages.js';
import type { Act } from '../domain/schemas/act.js';
import type { Application } from '../domain/schemas/application.js';

/** 代办: whether an official has yet to ask a household if it wanted what its helper filed. Asked once. */
export class ConsentToConfirm {
  readonly point = { stage: 'consentConfirmation', subject: '1' } as const satisfies { stage: Stage; subject: string };
  #open: boolean;

  constructor({ consentToConfirm }: Application) {
    this.#open = consentToConfirm === true;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  isMeantBy({ stage, subject }: Act): boolean {
    return stage === this.point.stage && subject === this.point.subject;
  }

  settle(): void {
    this.#open = false;
  }
}
