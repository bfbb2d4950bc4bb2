import { type FallbackLanguage, fallbackLanguages } from '@parlance/charter';

/** Texts of a new pack that are no facts of a country, in the languages that the charter speaks. In all others they have to be given. */
export interface SkeletonWords {
  readonly note: string;
  readonly emergencyName: string;
  readonly emergencyWhat: string;
  readonly sector: string;
  /** For a service that does not exist. */
  readonly example: { readonly issuer: string; readonly office: string; readonly note: string; readonly emergencyWhat: string };
}

const words: Readonly<Record<FallbackLanguage, SkeletonWords>> = {
  ar: {
    note: 'مسودة لم يراجعها أحد. ليست مشورة قانونية.',
    emergencyName: 'رقم الطوارئ',
    emergencyWhat: 'اتصل إذا كانت الحياة أو الصحة أو الممتلكات في خطر.',
    sector: 'خدمات للسكان',
    example: {
      issuer: 'خدمة خيالية للتجربة',
      office: 'مكتب خيالي',
      note: 'مثال لخدمة غير موجودة. ليس مشورة قانونية، وللتجربة فقط.',
      emergencyWhat: 'هذا مثال خيالي. في حالة الخطر اتصل برقم الطوارئ في المكان الذي أنت فيه.',
    },
  },
  en: {
    note: 'Draft that nobody has reviewed. Not legal advice.',
    emergencyName: 'Emergency number',
    emergencyWhat: 'Call when life, health or property is in danger.',
    sector: 'Services for residents',
    example: {
      issuer: 'Fictitious service, for trying out',
      office: 'Fictitious office',
      note: 'Example of a service that does not exist. Not legal advice, only for trying out.',
      emergencyWhat: 'This is a fictitious example. In danger, call the emergency number of the place where you are.',
    },
  },
  es: {
    note: 'Borrador que nadie ha revisado. No es asesoramiento jurídico.',
    emergencyName: 'Número de emergencia',
    emergencyWhat: 'Llame si hay peligro para la vida, la salud o los bienes.',
    sector: 'Servicios para residentes',
    example: {
      issuer: 'Servicio ficticio, para hacer pruebas',
      office: 'Oficina ficticia',
      note: 'Ejemplo de un servicio que no existe. No es asesoramiento jurídico; solo para hacer pruebas.',
      emergencyWhat: 'Este es un ejemplo ficticio. En caso de peligro, llame al número de emergencia del lugar donde está.',
    },
  },
  fr: {
    note: 'Brouillon que personne n’a relu. Ce n’est pas un conseil juridique.',
    emergencyName: 'Numéro d’urgence',
    emergencyWhat: 'Appelez si la vie, la santé ou des biens sont en danger.',
    sector: 'Services aux habitants',
    example: {
      issuer: 'Service fictif, pour essayer',
      office: 'Bureau fictif',
      note: 'Exemple d’un service qui n’existe pas. Ce n’est pas un conseil juridique, seulement un essai.',
      emergencyWhat: 'Ceci est un exemple fictif. En cas de danger, appelez le numéro d’urgence du lieu où vous êtes.',
    },
  },
  ru: {
    note: 'Черновик, который никто не проверял. Это не юридическая консультация.',
    emergencyName: 'Номер экстренной помощи',
    emergencyWhat: 'Звоните, если жизнь, здоровье или имущество в опасности.',
    sector: 'Услуги для жителей',
    example: {
      issuer: 'Вымышленная служба для пробы',
      office: 'Вымышленное учреждение',
      note: 'Образец службы, которой не существует. Это не юридическая консультация, только для пробы.',
      emergencyWhat: 'Это вымышленный образец. В опасности звоните по номеру экстренной помощи там, где вы находитесь.',
    },
  },
  zh: {
    note: '草稿，未经任何人审阅。不是法律意见。',
    emergencyName: '紧急电话',
    emergencyWhat: '生命、健康或财产有危险时请拨打。',
    sector: '居民服务',
    example: {
      issuer: '仅供试用的虚构服务',
      office: '虚构办事处',
      note: '这是一个不存在的服务的示例。不是法律意见，仅供试用。',
      emergencyWhat: '这是虚构的示例。遇到危险时，请拨打您所在地的紧急电话。',
    },
  },
};

/** Null for a language that the charter does not speak. */
export function skeletonWords(language: string): SkeletonWords | null {
  const known = fallbackLanguages.find((spoken) => spoken === language);
  return known === undefined ? null : words[known];
}
