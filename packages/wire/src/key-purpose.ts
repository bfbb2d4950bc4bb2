/** What a key may be for. Its words say more; this list makes keys comparable. */
export const keyPurposes = [
  'public-services',
  'education',
  'health',
  'research',
  'journalism',
  'civil-society',
  'administration',
  'business',
  'development',
] as const;
export type KeyPurpose = (typeof keyPurposes)[number];
