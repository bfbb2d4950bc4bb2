/** What somebody says who asks nothing. */
export type Courtesy = 'greeting' | 'thanks';

const list = (phrases: string): readonly string[] => phrases.split(',').map((phrase) => phrase.trim());

/** Whole messages, or parts of one, by which people greet and thank; closed lists, because whatever stands beside them is a question. */
export const courtesyWords: Readonly<Record<string, Readonly<Record<Courtesy, readonly string[]>>>> = {
  en: {
    greeting: list(`hello, hello there, hi, hi there, hey, hey there, hiya, good morning, good afternoon, good evening, good day, greetings,
      hello everyone, hello sir, hello madam, dear sir or madam, how are you, how are you doing, how do you do, nice to meet you`),
    thanks:
      list(`thank you, thank you very much, thank you so much, thank u, thanks, thanks a lot, thanks so much, many thanks, thx, ty, cheers,
      much appreciated, ok thanks, ok thank you, okay thanks, okay thank you, great thanks, thanks for your help, thank you for your help,
      thanks for the help, thank you for the help, thanks for the answer, thank you for the answer, thank you for your answer`),
  },
  et: {
    greeting:
      list(`tere, tere tere, tere hommikust, tere päevast, tere õhtust, tere päeva, hommikust, päevast, õhtust, tervist, tervitus, tervitused,
      tsau, tšau, hei, kuidas läheb, kuidas sul läheb, kuidas teil läheb`),
    thanks:
      list(`aitäh, aitah, aitäh sulle, aitäh teile, aitäh abi eest, aitäh vastuse eest, suur aitäh, suur tänu, tänan, tänan väga, tänan teid,
      tänan sind, tänan abi eest, tänan vastuse eest, tänud, suured tänud, tänud abi eest, ok aitäh, selge aitäh, aitüma`),
  },
  ru: {
    greeting:
      list(`привет, приветик, здравствуйте, здравствуй, здрасьте, здрасте, добрый день, добрый вечер, доброе утро, доброго дня, доброго времени суток,
      приветствую, как дела, как вы, как ты, хай`),
    thanks:
      list(`спасибо, спасибо большое, большое спасибо, спасибо вам, спасибо тебе, спасибо за помощь, спасибо за ответ, спасибки, спс, благодарю,
      благодарю вас, благодарю за помощь, благодарю за ответ, огромное спасибо, спасибо огромное, понятно спасибо, хорошо спасибо, ок спасибо`),
  },
  de: {
    greeting:
      list(`hallo, hallo zusammen, guten tag, guten morgen, guten abend, guten mittag, grüß gott, gruess gott, grüß dich, grüezi, servus, moin, moin moin,
      hi, hey, sehr geehrte damen und herren, wie geht es ihnen, wie gehts, wie geht es dir`),
    thanks:
      list(`danke, danke schön, dankeschön, danke schoen, danke sehr, danke vielmals, vielen dank, vielen lieben dank, besten dank, herzlichen dank, lieben dank,
      danke ihnen, danke dir, ich danke ihnen, danke für die hilfe, danke für ihre hilfe, danke für die antwort, vielen dank für die hilfe,
      vielen dank für ihre hilfe, vielen dank für die antwort, ok danke, okay danke, alles klar danke, super danke`),
  },
  fr: {
    greeting:
      list(`bonjour, bonjour madame, bonjour monsieur, bonjour à tous, bonsoir, salut, coucou, salutations, bonne journée, bonne soirée, comment allez vous,
      comment ça va, ça va, allo`),
    thanks:
      list(`merci, merci beaucoup, merci bien, merci à vous, merci à toi, mille mercis, merci infiniment, un grand merci, grand merci, merci pour votre aide,
      merci pour ton aide, merci de votre aide, merci pour la réponse, merci pour votre réponse, je vous remercie, je te remercie, ok merci, d’accord merci, parfait merci`),
  },
  ar: {
    greeting:
      list(`مرحبا, مرحبًا, مرحبا بك, مرحبا بكم, أهلا, أهلًا, أهلا وسهلا, السلام عليكم, سلام عليكم, السلام عليكم ورحمة الله, السلام عليكم ورحمة الله وبركاته,
      سلام, صباح الخير, مساء الخير, صباح النور, مساء النور, تحية طيبة, كيف حالك, كيف الحال, هلا, سلام عليكم ورحمة الله`),
    thanks:
      list(`شكرا, شكرًا, شكرا لك, شكرا لكم, شكرا جزيلا, شكرا كثيرا, شكرا جزيلا لك, شكرا جزيلا لكم, ألف شكر, الف شكر, مشكور, مشكورة, مشكورين, أشكرك, أشكركم,
      شكرا على المساعدة, شكرا على الجواب, شكرا على الإجابة, جزاك الله خيرا, جزاكم الله خيرا, بارك الله فيك, بارك الله فيكم, تسلم, حسنا شكرا`),
  },
  tr: {
    greeting: list(
      `merhaba, merhabalar, selam, selamlar, selamün aleyküm, iyi günler, günaydın, iyi akşamlar, tünaydın, nasılsın, nasılsınız, hayırlı günler, kolay gelsin`,
    ),
    thanks:
      list(`teşekkürler, teşekkür ederim, çok teşekkürler, çok teşekkür ederim, teşekkür ederiz, çok sağ olun, sağ ol, sağol, sağ olun, sağolun, eyvallah, tamam teşekkürler,
      yardımınız için teşekkürler, yardımınız için teşekkür ederim, tesekkurler, tesekkur ederim, cok tesekkurler`),
  },
  am: {
    greeting: list(`ሰላም, ሰላም ነው, ጤና ይስጥልኝ, እንደምን አለህ, እንደምን አለሽ, እንደምን አላችሁ, እንደምን አሉ, እንዴት ነህ, እንዴት ነሽ, እንደምን አደሩ, እንደምን ዋሉ, selam`),
    thanks: list(`አመሰግናለሁ, በጣም አመሰግናለሁ, እናመሰግናለን, አመሰግናለው, ስለ እርዳታዎ አመሰግናለሁ, እግዚአብሔር ይስጥልኝ, እግዜር ይስጥልኝ`),
  },
  hi: {
    greeting: list(
      `नमस्ते, नमस्ते जी, नमस्कार, हैलो, हेलो, हाय, राम राम, प्रणाम, सुप्रभात, शुभ प्रभात, शुभ संध्या, आप कैसे हैं, कैसे हो, आदाब, namaste, namaskar`,
    ),
    thanks:
      list(`धन्यवाद, धन्यवाद जी, बहुत धन्यवाद, बहुत बहुत धन्यवाद, आपका धन्यवाद, आपका बहुत धन्यवाद, शुक्रिया, बहुत शुक्रिया, बहुत बहुत शुक्रिया, थैंक यू, थैंक्स,
      मदद के लिए धन्यवाद, dhanyavad, dhanyavaad, shukriya`),
  },
  zgh: {
    greeting: list(`ⴰⵣⵓⵍ, ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ, ⴰⵣⵓⵍ ⴼⵍⵍⴰⴽ, ⴰⵣⵓⵍ ⴼⵍⵍⴰⵎ, azul, azul fellawen, azul fellak, azul fellam`),
    thanks: list(`ⵜⴰⵏⵎⵎⵉⵔⵜ, ⵜⴰⵏⵎⵉⵔⵜ, ⵜⴰⵏⵎⵎⵉⵔⵜ ⵏⵏⴽ, ⵜⴰⵏⵎⵎⵉⵔⵜ ⵏⵏⵓⵏ, tanemmirt, tanmmirt, tanemirt, tanemmirt nnek, tanemmirt nwen`),
  },
  es: {
    greeting: list(`hola, buenos días, buenas tardes, buenas noches, buenas, qué tal, saludos`),
    thanks: list(`gracias, muchas gracias, mil gracias, muchísimas gracias, gracias por la ayuda, gracias por su ayuda, vale gracias`),
  },
  uk: {
    greeting: list(`привіт, вітаю, добрий день, добридень, доброго ранку, добрий вечір, доброго дня, як справи`),
    thanks: list(`дякую, дуже дякую, щиро дякую, дякую вам, дякую за допомогу, спасибі`),
  },
  zh: {
    greeting: list(`你好, 您好, 你好啊, 你们好, 早上好, 下午好, 晚上好, 早安, 嗨, 哈喽`),
    thanks: list(`谢谢, 谢谢你, 谢谢您, 多谢, 非常感谢, 十分感谢, 感谢, 好的谢谢, 谢谢你的帮助, 谢谢您的帮助, 謝謝, 謝謝你`),
  },
};
