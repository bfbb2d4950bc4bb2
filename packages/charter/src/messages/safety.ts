import { type MessageDefinition } from '../message.ts';
import { plainMessage } from './plain-message.ts';

/** Words around verified local help. They stay calm and ask nothing of the reader. */
export const safetyMessages = {
  'safety.heading': plainMessage({
    ar: 'المساعدة متاحة لك الآن',
    en: 'Help is there for you now',
    es: 'Hay ayuda para usted ahora',
    fr: 'Une aide est disponible tout de suite',
    ru: 'Помощь доступна прямо сейчас',
    zh: '现在就可以获得帮助',
  }),
  'safety.sorrow': plainMessage({
    ar: 'يؤسفني أن الأمر صعب عليك. لست مضطرًا إلى حمله وحدك، فهناك من يستمع إليك',
    en: 'I am sorry that things are hard for you. You do not have to bear it alone: here somebody listens',
    es: 'Lamento que lo esté pasando mal. No tiene que llevarlo a solas: aquí hay alguien que escucha',
    fr: 'Je suis désolé que ce soit si difficile. Vous n’êtes pas obligé de porter cela seul : ici, quelqu’un vous écoute',
    ru: 'Мне жаль, что вам так тяжело. Вы не обязаны справляться с этим в одиночку: здесь вас выслушают',
    zh: '您并不孤单，可以与人谈谈',
  }),
  'safety.not-recorded': plainMessage({
    ar: 'تُعرض معلومات السلامة هذه دائمًا؛ ولم يُسجَّل هذا الرد.',
    en: 'This safety information is always shown; this response was not recorded.',
    es: 'Esta información de seguridad se muestra siempre; esta respuesta no quedó registrada.',
    fr: 'Ces informations de sécurité sont toujours affichées ; cette réponse n’a pas été enregistrée.',
    ru: 'Эти сведения о безопасности показываются всегда; этот ответ не был записан.',
    zh: '此安全信息始终显示；本次回复未被记录。',
  }),
} as const satisfies Readonly<Record<string, MessageDefinition>>;
