// CommonJS, because the SDK reads it with `require`, in the tests too.
const { DefaultFailureConverter } = require('@temporalio/common');

/** Messages and stack traces of failures become a payload, so that the codec encrypts them too. */
exports.failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
