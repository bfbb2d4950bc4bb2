import { z } from 'zod';
import { countryCode, headerSecret, modelName, upstreamUrl, wholeNumber } from './setting-values.ts';
import { open, secret, settingFacts } from './setting-facts.ts';

/** The safeguard that judges sentences for rules with a written policy. */
export const classifierSettings = {
  classifier: upstreamUrl.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_CLASSIFIER',
    meaning:
      'Base address of an OpenAI-compatible server with a safeguard model, which judges sentences for rules that have a written policy. Sentences of answers go there. See `docs/classifiers.md`. When unset, each such rule says what is done.',
    expected: 'an http or https address, for example http://127.0.0.1:8081/v1',
    mend: 'Write the whole address with http:// or https://, without /chat/completions or /moderations at its end.',
  }),
  classifier_kind: z
    .enum(['chat', 'moderations'])
    .prefault('chat')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_CLASSIFIER_KIND',
      meaning: 'How it is asked: `chat` gives it the policy; `moderations` has categories of its own.',
      expected: '`chat` or `moderations`',
      mend: 'Write one of the two words, in small letters.',
    }),
  classifier_key: headerSecret.optional().register(settingFacts, {
    ...secret,
    name: 'PARLANCE_CLASSIFIER_KEY',
    meaning: 'Key for that server, sent as `Authorization: Bearer`.',
    expected: 'visible ASCII characters without blanks, at most 4096',
    mend: 'Copy the key again, without quotes, blanks or line breaks.',
  }),
  classifier_model: modelName.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_CLASSIFIER_MODEL',
    meaning: 'Model that judges. When unset, none is named.',
    expected: 'the name of a model, at most 256 characters',
    mend: 'Write the name as the server knows it.',
  }),
  classifier_jurisdiction: countryCode.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_CLASSIFIER_JURISDICTION',
    meaning: 'Country under whose law that server runs. When unset, it counts as outside, and identifiers do not go there.',
    expected: 'a country code of ISO 3166-1 alpha-2, for example EE',
    mend: 'Write the two letters of the country; if you do not know it, leave it unset.',
  }),
  classifier_budget: wholeNumber(10, 60_000)
    .prefault('2000')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_CLASSIFIER_BUDGET',
      meaning: 'Milliseconds that one judgement may take from when it is sent. Later ones count as failed.',
      expected: 'a whole number of milliseconds from 10 to 60000',
      mend: 'Write digits only, for example 2000; no unit.',
    }),
  classifier_concurrency: wholeNumber(1, 256)
    .prefault('8')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_CLASSIFIER_CONCURRENCY',
      meaning: 'Judgements that are asked for at once, over all answers. Others wait their turn.',
      expected: 'a whole number from 1 to 256',
      mend: 'Write digits only, for example 8.',
    }),
};
