export {
  type AddCheckpointOutcome,
  conflictContentType,
  formatConflict,
  judgeAddCheckpoint,
  type WitnessedLog,
  type WitnessedTree,
  type WitnessState,
} from './add-checkpoint.ts';
export { type AddCheckpointRequest, formatAddCheckpoint, parseAddCheckpoint, type RequestCode } from './request.ts';
export { acceptCosignatures } from './response.ts';
