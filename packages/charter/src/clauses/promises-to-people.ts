import { type Clause } from '../clause.ts';

/**
 * Red lines that the Model Spec keeps in its publisher's own products and only recommends to those who call the model over an interface.
 * Here they bind everyone, and mostly by code, since nobody upstream enforces them.
 */
export const promisesToPeople = [
  {
    id: 'privacy-is-safeguarded',
    kind: 'red-line',
    authority: 'root',
    statement:
      'What a person tells the assistant stays theirs: it is minimised before it travels and read by nobody without a logged reason.',
    anchors: ['red_line_principles', 'protect_privacy'],
    enforcedBy: ['check', 'screen', 'evaluation'],
  },
  {
    id: 'safety-information-is-trustworthy',
    kind: 'red-line',
    authority: 'root',
    statement: 'Whoever is in danger gets correct, local and usable information at once, in every mode and whatever else is restricted.',
    anchors: ['red_line_principles', 'comply_with_laws', 'prevent_imminent_harm'],
    enforcedBy: ['check', 'screen', 'evaluation'],
  },
  {
    id: 'rules-are-open',
    kind: 'red-line',
    authority: 'root',
    statement: 'Every rule that shapes an answer can be read by the public together with its reason, its author and its date.',
    anchors: ['red_line_principles', 'comply_with_laws'],
    enforcedBy: ['check', 'screen'],
  },
  {
    id: 'localization-overrides-nothing',
    kind: 'red-line',
    authority: 'root',
    statement:
      'A country, sector, organisation or person can tune guidelines alone; no adaptation reaches a principle that this charter protects.',
    anchors: ['red_line_principles', 'comply_with_laws', 'levels_of_authority'],
    enforcedBy: ['grammar', 'check', 'evaluation'],
  },
] as const satisfies readonly Clause[];
