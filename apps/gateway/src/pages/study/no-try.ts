import { bareLetters } from '../../country/bare-letters.ts';

/** What people send as a try who have none, in the languages of the shipped packs: the whole text, without its signs. */
const written = `
  i dont know, idk, i do not know, dont know, dunno, i dunno, no idea, i have no idea, i dont get it, i dont understand, i cant, help, help me, no, nothing, not sure, im not sure, just tell me,
  tell me, tell me the answer, give me the answer, the answer, what is the answer, next, more, skip, pass, test, ok, yes,
  ma ei tea, ei tea, ma ei oska, ei oska, ma ei saa aru, ei saa aru, mai tea, mul pole aimu, pole aimu, aimugi pole, ei tule välja, aita, aita mind, ei, ütle vastus, anna vastus, vastus, mis on vastus,
  edasi, jah, ei ole kindel,
  я не знаю, не знаю, незнаю, хз, без понятия, понятия не имею, не понимаю, я не понимаю, не могу, не умею, помоги, помогите, нет, да, скажи ответ, дай ответ, ответ, какой ответ, дальше,
  ich weiß nicht, ich weiss nicht, weiß nicht, weiss nicht, weiß ich nicht, weiss ich nicht, keine ahnung, ka, ich habe keine ahnung, ich kann das nicht, ich kann nicht, ich verstehe es nicht,
  verstehe ich nicht, hilfe, hilf mir, nein, ja, sag mir die antwort, die antwort, weiter,
  je ne sais pas, je sais pas, chais pas, sais pas, jsp, aucune idée, je nai aucune idée, je ne comprends pas, je comprends pas, je ne peux pas, aide, aide moi, aidez moi, non, oui,
  donne moi la réponse, la réponse, dis moi la réponse, suivant,
  لا أعرف, لا اعرف, لا أعلم, لا اعلم, لا أدري, لا ادري, ما عرفت, ما بعرف, معرفتش, ما نعرف, ما عرفتش, ليس لدي فكرة, لا فكرة لدي, لا أفهم, لا افهم, ما فهمتش, ساعدني, ساعديني, لا, نعم,
  أعطني الجواب, ما هو الجواب, الجواب,
  bilmiyorum, ben bilmiyorum, hiç bilmiyorum, fikrim yok, hiçbir fikrim yok, anlamadım, anlamıyorum, yapamıyorum, yardım, yardım et, hayır, evet, cevabı söyle, cevap, emin değilim,
  मुझे नहीं पता, नहीं पता, पता नहीं, मुझे नहीं मालूम, नहीं मालूम, मालूम नहीं, समझ नहीं आया, मुझे समझ नहीं आया, मदद, मेरी मदद करो, नहीं, हाँ, उत्तर बताओ,
  mujhe nahi pata, nahi pata, pata nahi,
  አላውቅም, እኔ አላውቅም, አላወቅኩም, ምንም አላውቅም, አልገባኝም, አልችልም, እርዳኝ, እርዱኝ, አይ, አዎ, መልሱን ንገረኝ,
  ⵓⵔ ⵙⵙⵉⵏⵖ, ur ssinɣ, ur ssineɣ
`;

const known: ReadonlySet<string> = new Set(written.split(',').map(bareLetters));

/** Nothing that is sent as a try and is longer is looked at. */
const longest = 60;

/** Whether somebody only says that they do not know, or says nothing: that is no try, and nothing to be blamed for. */
export function isNoTry(text: string): boolean {
  if (text.length > longest) return false;
  const letters = bareLetters(text);
  return letters === '' || known.has(letters);
}
