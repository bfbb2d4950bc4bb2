export { type GrowthOptions, type GrowthVerdict, type GrowthVerification, verifyGrowth } from './verify-growth.ts';
