/**
 * What happens to identifiers before a request leaves the country. `minimise`: pseudonyms take their place. `refuse`: a request that holds one does not leave. `home-only`: nothing leaves.
 */
export const egressPolicies = ['minimise', 'refuse', 'home-only'] as const;
export type EgressPolicy = (typeof egressPolicies)[number];
