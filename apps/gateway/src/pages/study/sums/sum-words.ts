/** Words around a sum that leave it what it is, in the languages of the shipped packs. Any other word may change what is asked, and then nothing is known. */

/** The longest first, so that no word is taken for a part of itself. */
const listed = (written: string): readonly string[] =>
  written
    .split(',')
    .map((each) => each.trim().normalize('NFKC'))
    .toSorted((one, other) => other.length - one.length);

/** Before or behind a sum that is to be worked out. */
export const askingWords = listed(`
  what is, what's, whats, how much is, how much are, how many is, calculate, compute, work out, find, find x, solve, solve for x, how do i solve, how do i work out, help me with,
  can you help me with, my task is, the task is, please, equals, is,
  kui palju on, palju on, mis on, arvuta, leia, leia x, lahenda, lahenda võrrand, arvuta välja, minu ülesanne on, aita mind, palun, mitu on,
  сколько будет, сколько это, чему равно, вычисли, вычислите, посчитай, найди, найди x, найди x, реши, реши уравнение, решите, решите уравнение, моя задача, помоги решить, пожалуйста,
  was ist, wie viel ist, wieviel ist, was ergibt, berechne, rechne, rechne aus, löse, löse die gleichung, finde x, meine aufgabe ist, bitte,
  combien font, combien fait, combien fait-il, calcule, calculer, calculez, résous, résoudre, résous l'équation, trouve x, quel est le résultat de, s'il te plaît,
  كم يساوي, كم, كم حاصل, ما هو, ما هو ناتج, ما ناتج, احسب, احسبي, أوجد, أوجد قيمة س, حل, حل المعادلة, من فضلك,
  kaç eder, kaçtır, kaç, hesapla, çöz, lütfen, कितना है, कितना होता है, कितने होते हैं, हल करो, कृपया, ስንት ነው, አስላ, እባክህ
`);

/** Before or behind an answer. */
export const sayingWords = listed(`
  it is, it's, its, is, i think, i think it is, i think it's, i get, i got, the answer is, my answer is, answer is, my answer, the result is, so, then, therefore, that is,
  it makes, makes, maybe, equals,
  see on, on, vastus on, minu vastus on, ma arvan et, ma arvan et see on, arvan, sain, ma sain, tuleb, siis, järelikult, vist, äkki, võrdub,
  это, мой ответ, получается, получилось, у меня получилось, я думаю, думаю, я думаю это, будет, равно, наверное, значит,
  das ist, es ist, ist, die antwort ist, meine antwort ist, das ergebnis ist, ich glaube, ich denke, ich habe, also, vielleicht, das macht,
  c'est, la réponse est, ma réponse est, le résultat est, je pense que c'est, je pense, ça fait, cela fait, donc, j'ai trouvé, peut-être,
  الجواب هو, جوابي, جوابي هو, الإجابة هي, الناتج هو, النتيجة هي, هو, هي, يساوي, أظن, أعتقد, إذن, ربما,
  cevabım, bence, eder, उत्तर है, मेरा उत्तर, है, ነው
`);

/** What a number may be of that is no part of a sum: "Task 3: 7 + 8". Before a task. */
export const taskNouns = listed(`
  task, tasks, exercise, problem, question, example, sum, ex, the task, the exercise, the problem, the question,
  ülesanne, ülesande, ülesannet, harjutus, küsimus, näide, tehe, ül,
  задача, задачу, задачи, задание, упражнение, пример, вопрос, упр, зад,
  aufgabe, übung, frage, beispiel, die aufgabe, aufg,
  exercice, question, problème, tâche, exemple, l'exercice, la question, le problème,
  تمرين, التمرين, مسألة, المسألة, سؤال, السؤال, مثال, المثال, عملية,
  soru, alıştırma, problem, görev, örnek, प्रश्न, सवाल, अभ्यास, उदाहरण, ጥያቄ, መልመጃ
`);

/** The same before an answer. */
export const answerNouns = listed(`
  answer, the answer, result, the result, solution, vastus, tulemus, lahendus, ответ, результат, решение, antwort, die antwort, ergebnis, das ergebnis, lösung,
  réponse, la réponse, résultat, le résultat, solution, الجواب, جواب, الإجابة, إجابة, الناتج, النتيجة, الحل, cevap, sonuç, उत्तर, መልሱ, መልስ
`);

/** Said before the number of something. */
export const numberWords = listed('no, nr, n°, num, number, номер, numéro, nummer, رقم, numara, संख्या, ቁጥር, #');

/** Between the two sides of a sum. */
export const equalWords = listed(`
  is, equals, is equal to, makes, on, võrdub, on võrdne, это, равно, будет, ist, ist gleich, ergibt, macht, sind, est, est égal à, égale, égal, font, fait, يساوي, هو, تساوي, eder, ነው
`);

/** Between a share and what it is a share of. */
export const ofWords = listed('of, arvust, от, из, von, vom, de, من');

/** Signs that are spoken. */
export const spokenSigns: readonly (readonly [words: readonly string[], sign: string])[] = [
  [listed('plus, pluss, плюс, زائد'), '+'],
  [listed('minus, miinus, минус, moins, ناقص'), '-'],
  [listed('times, multiplied by, korda, умножить на, mal, fois, ضرب'), '*'],
  [listed('divided by, jagatud, разделить на, делить на, geteilt durch, divisé par'), ':'],
  [listed('percent, per cent, protsenti, процентов, процента, prozent, pour cent, بالمئة, في المئة'), '%'],
];
