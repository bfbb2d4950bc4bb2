import { egressPolicies } from '@parlance/wire';
import { z } from 'zod';
import { classifierSettings } from './classifier-settings.ts';
import { metricsSettings } from './metrics-settings.ts';
import { open, secret, type SettingFacts, settingFacts } from './setting-facts.ts';
import {
  addressList,
  countryCode,
  databaseUrl,
  folder,
  headerSecret,
  hexKey,
  hostName,
  logName,
  longSecret,
  modelName,
  seconds,
  upstreamUrl,
  wholeNumber,
} from './setting-values.ts';

/**
 * All settings, by their key in the file. This is the only list: reading, defaults, help and `docs/settings.md` come from it.
 */
export const settings = z.strictObject({
  mode: z
    .enum(['development', 'production'])
    .prefault('development')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_MODE',
      meaning: '`development` has `/try` and a development key; `production` has neither.',
      expected: '`development` or `production`',
      mend: 'Write one of the two words, in small letters.',
    }),
  host: hostName.prefault('127.0.0.1').register(settingFacts, {
    ...open,
    name: 'PARLANCE_HOST',
    meaning: 'Address to listen on. `0.0.0.0` is every IPv4 address of the machine, `::` every address.',
    expected: 'an IP address or a host name, without scheme and port',
    mend: 'Write only the address, for example 127.0.0.1; the port is PARLANCE_PORT.',
  }),
  port: wholeNumber(0, 65_535)
    .prefault('7311')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_PORT',
      meaning: 'Port to listen on. `0` takes any free port and prints it.',
      expected: 'a whole number from 0 to 65535',
      mend: 'Write digits only, for example 7311.',
    }),
  ...metricsSettings,
  data: folder.prefault('./data').register(settingFacts, {
    ...open,
    name: 'PARLANCE_DATA',
    meaning: 'Folder for state. One running server owns it. A relative path counts from the folder in which the server starts.',
    expected: 'the path of a folder',
    mend: 'Write a path such as ./data; the folder is made when it is missing.',
  }),
  packs: folder.prefault('./packs').register(settingFacts, {
    ...open,
    name: 'PARLANCE_PACKS',
    meaning: 'Folder with one country pack per subfolder.',
    expected: 'the path of a folder',
    mend: 'Write a path such as ./packs.',
  }),
  country: countryCode.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_COUNTRY',
    meaning: 'Country whose pack answers, when the folder holds several. When unset, the only pack there, or the example `ee`.',
    expected: 'a country code of ISO 3166-1 alpha-2, for example EE',
    mend: 'Write the two letters of the country; its pack lies in the subfolder of that name, in small letters.',
  }),
  releases: folder.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_RELEASES',
    meaning:
      'Folder of the packs that were released with `parlance pack release`. When set, the release in force on the day answers, and PARLANCE_PACKS is not looked at.',
    expected: 'the path of a folder',
    mend: 'Write a path such as ./releases.',
  }),
  trust: folder.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_TRUST',
    meaning:
      'File with the keys and roles of those who may review and release packs; see docs/release-a-pack.md. `production` cannot do without.',
    expected: 'the path of a file',
    mend: 'Write a path such as ./trust.yaml.',
  }),
  pack_reload: wholeNumber(0, 3600)
    .prefault('5')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_PACK_RELOAD',
      meaning:
        'Seconds between two looks for another version of the pack, which comes into force without a restart. `0` looks only when the process gets SIGHUP.',
      expected: 'a whole number of seconds from 0 to 3600',
      mend: 'Write digits only, for example 5; no unit.',
    }),
  organisation: folder.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_ORGANISATION',
    meaning:
      'YAML file with what the organisation that runs the service sets: its defaults, and limits that it tightens. See `docs/language.md`.',
    expected: 'the path of a file',
    mend: 'Write a path such as ./organisation.yaml.',
  }),
  keys: folder.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_KEYS',
    meaning:
      'YAML file with the keys of clients by their SHA-256, each with its purpose and the office that answers for it, which are public at `/purposes`; see docs/use-control.md.',
    expected: 'the path of a file',
    mend: 'Write a path such as ./keys.yaml.',
  }),
  egress: z
    .enum(egressPolicies)
    .prefault('minimise')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_EGRESS',
      meaning:
        'What happens to identifiers before a request leaves the country: `minimise` puts pseudonyms in their place, `refuse` keeps a request that holds one at home, `home-only` keeps all at home.',
      expected: '`minimise`, `refuse` or `home-only`',
      mend: 'Write one of these words, in small letters.',
    }),
  upstream: upstreamUrl.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_UPSTREAM',
    meaning: 'Base address of an OpenAI-compatible server. When unset, service cards from the packs answer, without a language model.',
    expected: 'an http or https address, for example http://127.0.0.1:11434/v1',
    mend: 'Write the whole address with http:// or https://.',
  }),
  upstream_key: headerSecret.optional().register(settingFacts, {
    ...secret,
    name: 'PARLANCE_UPSTREAM_KEY',
    meaning: 'Key for that server, sent as `Authorization: Bearer`.',
    expected: 'visible ASCII characters without blanks, at most 4096',
    mend: 'Copy the key again, without quotes, blanks or line breaks.',
  }),
  upstream_model: modelName.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_UPSTREAM_MODEL',
    meaning: 'Model that answers for the id `parlance`. When unset, the first one that the server lists.',
    expected: 'the name of a model, at most 256 characters',
    mend: 'Write the name as the server lists it at /models.',
  }),
  upstream_jurisdiction: countryCode.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_UPSTREAM_JURISDICTION',
    meaning: 'Country under whose law that server runs. When unset, it counts as outside.',
    expected: 'a country code of ISO 3166-1 alpha-2, for example EE',
    mend: 'Write the two letters of the country; for the United Kingdom that is GB. If you do not know it, leave it unset.',
  }),
  upstream_timeout: seconds(3600)
    .prefault('60')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_UPSTREAM_TIMEOUT',
      meaning: 'Seconds to wait for the first byte of that server.',
      expected: 'a number of seconds above 0 and at most 3600',
      mend: 'Write digits only, for example 60; no unit.',
    }),
  embeddings: upstreamUrl.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_EMBEDDINGS',
    meaning:
      'Base address of an OpenAI-compatible server of embeddings, which orders what the pack knows by meaning. Questions go there. When unset, the order of the words stands.',
    expected: 'an http or https address, for example http://127.0.0.1:8080/v1',
    mend: 'Write the whole address with http:// or https://, without /embeddings at its end.',
  }),
  embeddings_key: headerSecret.optional().register(settingFacts, {
    ...secret,
    name: 'PARLANCE_EMBEDDINGS_KEY',
    meaning: 'Key for that server, sent as `Authorization: Bearer`.',
    expected: 'visible ASCII characters without blanks, at most 4096',
    mend: 'Copy the key again, without quotes, blanks or line breaks.',
  }),
  embeddings_model: modelName.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_EMBEDDINGS_MODEL',
    meaning: 'Model that makes the embeddings. When unset, none is named.',
    expected: 'the name of a model, at most 256 characters',
    mend: 'Write the name as the server knows it.',
  }),
  embeddings_jurisdiction: countryCode.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_EMBEDDINGS_JURISDICTION',
    meaning: 'Country under whose law the server of embeddings runs. When unset, it counts as outside, and identifiers do not go there.',
    expected: 'a country code of ISO 3166-1 alpha-2, for example EE',
    mend: 'Write the two letters of the country; if you do not know it, leave it unset.',
  }),
  ...classifierSettings,
  turn_key: hexKey.optional().register(settingFacts, {
    ...secret,
    name: 'PARLANCE_TURN_KEY',
    meaning:
      'Key under which pages carry their conversation to the next question. Processes behind one address need the same one. When unset, `<data>/turn-key`, which is made when there is none and which no other process has.',
    expected: '64 hexadecimal digits',
    mend: 'Make one with: openssl rand -hex 32. To keep what open pages hold, take the line of the file turn-key.',
  }),
  page_questions: wholeNumber(0, 1_000_000)
    .prefault('120')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_PAGE_QUESTIONS',
      meaning: 'Questions that one connection may ask on the pages in an hour. `0` is no limit.',
      expected: 'a whole number from 0 to 1000000',
      mend: 'Write digits only, for example 120.',
    }),
  trusted_proxies: addressList.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_TRUSTED_PROXIES',
    meaning:
      'Addresses of the proxies in front of the server, whose `X-Forwarded-For` says from where a request comes. When unset, nobody is believed.',
    expected: 'IP addresses or networks (CIDR) with commas between them, for example 10.0.0.5,10.1.0.0/16',
    mend: 'Write the addresses from which the proxies connect to this server.',
  }),
  body_limit: wholeNumber(1024, 104_857_600)
    .prefault('4194304')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_BODY_LIMIT',
      meaning: 'Largest request body in bytes. The default is 4 MiB.',
      expected: 'a whole number of bytes from 1024 to 104857600',
      mend: 'Write digits only, for example 4194304; no unit.',
    }),
  log: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .prefault('info')
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_LOG',
      meaning: 'How much is logged: `silent`, `error`, `warn`, `info` or `debug`. What people write is never logged.',
      expected: '`silent`, `error`, `warn`, `info` or `debug`',
      mend: 'Write one of these words, in small letters.',
    }),
  log_name: logName.prefault('localhost/parlance').register(settingFacts, {
    ...open,
    name: 'PARLANCE_LOG_NAME',
    meaning:
      'Name of the public log of answers, as readers and witnesses know it; the half-year is put after it. It should be a domain of yours, with or without a path, and stay the same for good.',
    expected: 'a domain name with or without a path, without scheme, blanks and plus signs',
    mend: 'Write a name such as log.example.org.',
  }),
  witnesses: folder.optional().register(settingFacts, {
    ...open,
    name: 'PARLANCE_WITNESSES',
    meaning:
      'File with the witnesses that cosign the log and how many are enough, as c2sp.org/tlog-policy; `parlance witness` prints the line of a witness. When unset, nobody does.',
    expected: 'the path of a file',
    mend: 'Write a path such as ./witnesses.txt.',
  }),
  log_add_key: longSecret.optional().register(settingFacts, {
    ...secret,
    name: 'PARLANCE_LOG_ADD_KEY',
    meaning: 'Key with which other nodes add leaves to the log, at `POST /internal/log/entries`. When unset, there is no such address.',
    expected: 'visible ASCII characters without blanks, at least 32 and at most 4096',
    mend: 'Make a long one, for example with: openssl rand -hex 32',
  }),
  database_url: databaseUrl.optional().register(settingFacts, {
    ...secret,
    name: 'DATABASE_URL',
    meaning: 'PostgreSQL 15 or later, `postgres://user:password@host/database`. When unset, an embedded database in `<data>/state`.',
    expected: 'an address that begins with postgres:// or postgresql://',
    mend: 'Write postgres://user:password@host:5432/database; percent-encode special characters of the password.',
  }),
});

export { type SettingFacts } from './setting-facts.ts';

export type SettingKey = keyof typeof settings.shape;
export type SettingValues = z.output<typeof settings>;

export const settingKeys: readonly SettingKey[] = settings.keyof().options;

export function factsOf(key: SettingKey): SettingFacts {
  const facts = settingFacts.get(settings.shape[key]);
  // The test of the settings table walks every key.
  if (facts === undefined) throw new TypeError(`the setting ${key} has no facts`);
  return facts;
}

/** Not a setting itself: it names the file in which settings may stand. */
export const configFileFacts: SettingFacts = {
  ...open,
  name: 'PARLANCE_CONFIG',
  meaning: 'YAML file with settings; the keys are the names in the second column. The environment wins over the file.',
  expected: 'the path of a readable YAML file',
  mend: 'Check the path and that the file can be read, or unset PARLANCE_CONFIG.',
};

/** Read by the test runner alone, and left in the environment of servers that tests start. */
export const foreignNames: readonly string[] = ['PARLANCE_SLOW_TESTS'];
