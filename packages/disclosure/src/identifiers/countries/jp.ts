import { weighted } from '../checks.ts';
import { type CountryFacts } from '../country-identifiers.ts';
import { nationalPhone } from '../national-phone.ts';

/** Transport offices whose names stand on plates. */
const offices =
  '品川 練馬 足立 八王子 多摩 世田谷 杉並 板橋 江東 葛飾 横浜 川崎 湘南 相模 大宮 川口 所沢 川越 熊谷 春日部 越谷 千葉 成田 習志野 袖ヶ浦 野田 柏 松戸 市川 船橋 市原 水戸 土浦 つくば 宇都宮 那須 とちぎ 群馬 前橋 高崎 ' +
  '札幌 函館 旭川 室蘭 釧路 帯広 北見 青森 八戸 弘前 岩手 盛岡 平泉 宮城 仙台 秋田 山形 庄内 福島 会津 郡山 白河 いわき 新潟 長岡 上越 長野 松本 諏訪 山梨 富士山 静岡 浜松 沼津 伊豆 名古屋 尾張小牧 一宮 春日井 三河 豊橋 岡崎 豊田 ' +
  '岐阜 飛騨 三重 鈴鹿 四日市 伊勢志摩 富山 石川 金沢 福井 滋賀 京都 大阪 なにわ 和泉 堺 奈良 飛鳥 和歌山 神戸 姫路 鳥取 島根 出雲 岡山 倉敷 広島 福山 山口 下関 徳島 香川 高松 愛媛 高知 ' +
  '福岡 北九州 久留米 筑豊 佐賀 長崎 佐世保 熊本 大分 宮崎 鹿児島 奄美 沖縄';

/** Kojin bangō, "My Number": twelve digits (総務省令第85号, 2014), driving licences, passports, plates (office, class, kana, serial), number on the insurance card. */
export const jp = {
  country: 'JP',
  languages: ['ja'],
  contextFollows: true,
  identifiers: {
    'jp.my-number': {
      class: 'national',
      forms: { '\\d{12}': 0.2, '\\d{4}[ -]\\d{4}[ -]\\d{4}': 0.3 },
      oneCheckDigit: true,
      checksum: isMyNumber,
      words: ['マイナンバー', '個人番号', '通知カード', 'my number', '社会保障・税番号'],
    },
    'jp.licence': { class: 'driving-licence', forms: { '\\d{12}': 0.05, '第 ?\\d{12} ?号': 0.2 } },
    'jp.insurance': { class: 'health', forms: { '\\d{8}': 0.05 } },
    'jp.residence-card': { class: 'identity-card', forms: { '[a-z]{2}\\d{8}[a-z]{2}': 0.4 } },
    'jp.passport': { class: 'passport', forms: { '[a-z]{2} ?\\d{7}': 0.1 } },
    'jp.plate': { class: 'plate', forms: { [`(${offices.split(' ').join('|')}) ?\\d{2,3} ?[あ-んa-z] ?[\\d·.]{1,2}-?\\d{2}`]: 0.5 } },
    'jp.phone': nationalPhone('JP'),
  },
} as const satisfies CountryFacts;

function isMyNumber(digits: string): boolean {
  const rest = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === Number(digits.charAt(11));
}
