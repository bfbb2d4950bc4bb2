import { standard } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';

/** Resident identity number (GB 11643-1999, ISO 7064 MOD 11-2), passports, plates (GA 36-2018). */
export const cn = {
  country: 'CN',
  languages: ['zh'],
  contextFollows: true,
  identifiers: {
    'cn.resident-id': {
      class: 'national',
      forms: { '[1-9]\\d{16}[0-9x]': 0.3, '[1-9]\\d{5} ?(18|19|20)\\d{6} ?\\d{3}[0-9x]': 0.3 },
      checksum: standard('CN', 'ric'),
      words: ['身份证', '身份证号', '公民身份号码', '身分證', '身份號碼', '身份证号码', '居民身份证'],
    },
    'cn.passport': { class: 'passport', forms: { '[degps] ?\\d{8}': 0.2, '[degps][a-z]\\d{7}': 0.2, '[a-z]\\d{8}': 0.1 } },
    'cn.plate': {
      class: 'plate',
      forms: { [`${province} ?[a-z] ?[·.-]? ?[a-z0-9]{4,5}\\d`]: 0.5, [`${province} ?[a-z] ?[·.-]? ?[a-z0-9]{5,6}`]: 0.3 },
      rule: (compact) => /\d/.test(compact),
    },
    'cn.phone': nationalPhone('CN'),
  },
} as const satisfies CountryFacts;
