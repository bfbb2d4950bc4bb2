/** Exit codes of every command. `serve` also gives 78 for a configuration that cannot be used. */
export const clean = 0;
export const issuesFound = 1;
export const badUsage = 2;
/** `drift`: it was done, and something stands out. */
export const standsOut = 3;
