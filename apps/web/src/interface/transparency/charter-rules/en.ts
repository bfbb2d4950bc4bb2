import { type CharterRuleText } from '../transparency-text.ts';

export const enCharterRules: CharterRuleText = {
  'charter-rules': 'What the charter itself leaves out and adds',
  'charter-rules-lead':
    'These rules are part of the program and act in every country, whatever its pack says. No law stands behind them, and nobody switches them off.',
  'charter-rules.safety-resources.does':
    'Numbers for help from the country pack are put before everything else, because whoever is in danger needs them at once.',
  'charter-rules.safety-resources.when':
    'where a question sounds as if somebody were in danger, hurt, very sad or wanting to die; a program decides that by words and a small trained model, and can be wrong',
  'charter-rules.under-18.does':
    'A notice says that rules for readers under 18 apply and why and, where a language model answers, that no person does: the young are to know what they talk to, and that adults can help.',
  'charter-rules.under-18.when':
    'in every answer where the key of a program, the sector, the organisation or the request says that the reader is or may be under 18; in study mode also where nobody has said their age',
  'charter-rules.forged-notice.does':
    'The double brackets with which this service marks its notices are left out of what a model writes, because a text could look like a notice and not be one.',
  'charter-rules.forged-notice.when': 'wherever such a bracket stands in an answer before the service marks its own changes',
  'charter-rules.privacy.does':
    'Identifiers of persons, such as personal codes, accounts, telephone numbers and e-mail addresses, are left out of answers, because they belong to the person.',
  'charter-rules.privacy.when':
    'wherever such an identifier is recognised in an answer, unless the person wrote it in the question or the pack gives it as the contact of an office',
  'rests-on': 'Rests on the clause',
  'written-by': 'Written by',
  'charter-authors': 'the authors of the charter, in the public source of this program',
  'charter-since': 'In the charter since version',
  'enforced.tests':
    'By code: its tests are in the public source of this program, as cases in the folder vectors and beside the code. Still to be measured: the source has cases for what code recognises (cries for help, identifiers, forbidden uses). No result is published here of how well a language model keeps a clause.',
  'enforced.no-model':
    'No language model is connected on this server: what is asked of the model is asked of nobody here, and answers are put together without one.',
};
