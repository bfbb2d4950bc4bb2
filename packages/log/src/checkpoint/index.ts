export { type Checkpoint, type CheckpointCode, formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
