import { type InformationType } from './closed-lists.ts';

/**
 * Categories of a statement of reasons in the DSA Transparency Database (Regulation (EU) 2022/2065, article 24(5)),
 * in the names of its application programming interface since July 2025.
 * Source: https://transparency.dsa.ec.europa.eu/page/api-documentation
 */
export const dsaCategories = [
  'STATEMENT_CATEGORY_ANIMAL_WELFARE',
  'STATEMENT_CATEGORY_CONSUMER_INFORMATION',
  'STATEMENT_CATEGORY_CYBER_VIOLENCE',
  'STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN',
  'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  'STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
  'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE',
  'STATEMENT_CATEGORY_OTHER_VIOLATION_TC',
  'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
  'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
  'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
  'STATEMENT_CATEGORY_SELF_HARM',
  'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS',
  'STATEMENT_CATEGORY_VIOLENCE',
] as const;
export type DsaCategory = (typeof dsaCategories)[number];

/** Exactly one category for each kind of thing that can be left out, so that registers of different countries can be compared. */
export const dsaCategoryOf = {
  advertising: 'STATEMENT_CATEGORY_CONSUMER_INFORMATION',
  'contact-detail': 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  copyright: 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
  // The list has no category for an order that does not say what kind of content it is about; this one says that the kind is not specified.
  'court-order': 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE',
  'financial-identifier': 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  // An imitated notice pretends to come from this service.
  'forged-notice': 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD',
  gambling: 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS',
  'hate-speech': 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  medicines: 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS',
  'personal-identifier': 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
  'prohibited-symbols': 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH',
  'state-secret': 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY',
  // The database files trade secrets under intellectual property (KEYWORD_TRADE_SECRET_INFRINGEMENT).
  'trade-secret': 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS',
} as const satisfies Readonly<Record<InformationType, DsaCategory>>;
