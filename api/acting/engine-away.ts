import { isGrpcServiceError, ServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';

/** gRPC statuses of an engine that cannot answer now: cancelled, deadline exceeded, resource exhausted, unavailable. */
const AWAY_STATUSES = [1, 4, 8, 14];

/** Whether the engine could not be reached or did not answer in time; anything else is its answer, or a fault of ours. */
export function isAway(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && AWAY_STATUSES.includes(cause.code);
}
