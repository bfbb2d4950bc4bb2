export * from './tile/index.ts';
export * from './tree/index.ts';
