import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stack traces of failures become a payload, so that the codec encrypts them too. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
