import { endOfTerm, minuteOf } from '../../../../domain/rules/moments.js';

/** A day, ISO. */
export const Day = ({ on }: { readonly on: string }) => <time dateTime={on}>{on}</time>;

/** A moment in Asia/Shanghai. */
export const Moment = ({ at }: { readonly at: string }) => <time dateTime={at}>{minuteOf(Date.parse(at))}</time>;

/** The end of a term; midnight is 24:00 of the day that it ends. */
export const Deadline = ({ at }: { readonly at: string }) => <time dateTime={at}>{endOfTerm(Date.parse(at))}</time>;
