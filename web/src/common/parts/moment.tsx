import { endOfTerm, minuteOf } from '../../../../domain/rules/moments.js';

/** A moment in Asia/Shanghai. */
export const Moment = ({ at }: { readonly at: string }) => <time dateTime={at}>{minuteOf(Date.parse(at))}</time>;

/** The end of a term; midnight is 24:00 of the day that it ends. */
export const Deadline = ({ at }: { readonly at: string }) => <time dateTime={at}>{endOfTerm(Date.parse(at))}</time>;
