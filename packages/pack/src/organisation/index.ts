export { type Choices, defaultNames, type Defaults, type OrganisationValues } from './organisation.ts';
export { type OrganisationReading, type ParsedOrganisation, parseOrganisation } from './parse-organisation.ts';
