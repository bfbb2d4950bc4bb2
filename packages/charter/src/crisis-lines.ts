/** A line of help that an answer may name in any country. */
export interface CrisisLine {
  /** Telephone number with its country code, or e-mail address, as it is published. */
  readonly reach: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly source: { readonly url: string; readonly publisher: string; /** `YYYY-MM-DD`. */ readonly read: string };
}

const read = '2026-11-23';
const mieli = { url: 'https://mieli.fi/helpline', publisher: 'MIELI Mental Health Finland', read };
const telefonSeelsorge = {
  url: 'https://www.kkbs.de/b/blog-62772-welttag-der-suizidpravention-telefonseelsorge-in-berlin-und-brandenburg-hilft',
  publisher: 'Evangelischer Kirchenkreis Berlin Stadtmitte',
  read,
};

/**
 * Lines of help that no recogniser masks, whatever the pack publishes (R10): a person abroad, or one who asks for somebody abroad, is told of them by models. Only those whose source was read; numbers
 * that nobody takes for a person's (short ones, and those that cost the caller nothing or the same from everywhere) need no entry.
 */
export const crisisLines: readonly CrisisLine[] = [
  ...['0111', '0112', '0113', '0114', '0115', '0116'].map((end) => ({
    reach: `+358 9 2525 ${end}`,
    name: 'MIELI Crisis Helpline',
    country: 'FI',
    source: mieli,
  })),
  { reach: '+49 800 1110111', name: 'TelefonSeelsorge', country: 'DE', source: telefonSeelsorge },
  { reach: '+49 800 1110222', name: 'TelefonSeelsorge', country: 'DE', source: telefonSeelsorge },
  {
    reach: '+1 800 273 8255',
    name: '988 Suicide & Crisis Lifeline',
    country: 'US',
    source: {
      url: 'https://www.cdcr.ca.gov/ccjbh/2022/07/19/dial-988-to-access-24-hour-emotional-support-and-resources/',
      publisher: 'California Department of Corrections and Rehabilitation',
      read,
    },
  },
  {
    reach: 'jo@samaritans.org',
    name: 'Samaritans',
    country: 'GB',
    source: {
      url: 'https://london.sunderland.ac.uk/about/news-home/health-wellbeing/samaritans',
      publisher: 'University of Sunderland in London',
      read,
    },
  },
  {
    reach: '+372 634 6630',
    name: 'Perearsti nõuandetelefon',
    country: 'EE',
    source: { url: 'https://www.eesti.ee/et/elusuendmused/jaein-haigeks/', publisher: 'eesti.ee', read },
  },
  {
    reach: '112@112.ee',
    name: 'Häirekeskus',
    country: 'EE',
    source: { url: 'https://www.112.ee/et/hadaabinumber-112/helistamine-112-euroopas/', publisher: 'Häirekeskus', read },
  },
];
