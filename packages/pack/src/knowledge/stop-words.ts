/**
 * Words of every question, whatever it asks: pronouns, prepositions, auxiliaries, question words, politeness. A match on them says nothing.
 * Written in the usual spelling; they are folded like any text before they are compared. A language without a list relies on idf alone.
 */
export const stopWords: Readonly<Record<string, string>> = {
  et: `aga aitäh alates all annab andke annan anda enam enda endale ees eest ega ehk ei enne et ette hea ikka ilma iga igal ise ja jaoks jah jooksul juba juurde juures just jälle
    ka kas kaudu keda kelle kellel kellele kellelt kes kohta koos korral kui kuhu kuid kuidas kuni kus kust kuna kõik kõige kõiki küll küsida küsin küsimus käes käest lihtsalt
    ma mida midagi mille millal millest milleks millele milles milline millise milliseid millist mina mind mingi minu minule minult minuga mis miks mitte mitu mu muidu mul mulle mult mõni
    mõnda mingit meie meid meil meile me nad neid neil neile nende need nii ning nüüd olla oled olen oleks oleksin oleme olema oli olin olid olnud on ole oma ongi pal palju palun peab peaks pean peaksin
    pead peale peame pidi pärast pole praegu saa saab saada saaks saaksin saame saan saate saavad saanud sa sai sain sama sealt seal seda see selle sellel selleks sellele sellest sest siia siin siis sina sind
    sinu soovin sooviks soovib su sul sulle ta tahan tahaks tahaksin tahab te teha teen teeb teate tean teada teie teid teil teile tema temal temale tere tuleb tulen tuleks tulevad tohin tohib
    vaja vajalik vajan vahel vastu või võib võin võiks võtta väga viis äkki üks ühe ühte üle tegema teed kaua mitmes öelge ütle öelda abi aidake aita kellega millega miskit igaks tea pöörduda pöördun pöörduma poole leia oska`,
  ru: `а без бы был была были было быть в вам вас ваш во вот все всё всего вы где да дай для до его ее её ей если есть еще ещё же за здравствуйте и из или им ими их к как какая какие каким каких какого
    какое какой какую ко когда кого кому которая которые который кто куда ли лучше мне меня мной много могу можем может можете можно мои мой моя мою моей моего моему мое моё мы на над надо нам нас наш наша
    не него нее неё нет ни них но ну нужен нужна нужно нужны о об обо он она они оно от очень по под подскажите пожалуйста после потом почему при про прошу раз с сам свой своего своей свою свои
    своя сделать делать со скажите сколько спасибо так также такая такие такое такой там те тебя тем тогда того тоже той только том ты тут у уже хочу хотел хотела хочет хотим чего чем через что чтобы чтоб это этого этой этом эту
    этот эти я будет буду будут ваши давай должен должна должны добрый день помогите помоги получить получу получил могут нельзя сейчас теперь расскажи расскажите объясни посоветуй положено знаю понимаю понять`,
  en: `a about after again all also am an and any anybody anyone anything are as at be because been before being but by can cannot can't could did do does doesn't doing don't done down each else for from
    get gets getting give given go going got had has have having he hello help her here him his how i if i'd i'll i'm i've in into is isn't it it's its just know let like long made make many may me might more most much
    must my myself need needed needs next no not now of off ok on once one only or other our out over own please really same say shall she should so some somebody someone something soon still such take tell than
    thank thanks that the their them then there these they thing things this those through to too under until up us use very want wanted wants was way we well were what what's when where which while who
    whom whose why will with without would yes yet you your yours during between both ever every turn idea sure understand`,
  de: `aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bekomme bekommen bekommt benötige benötigt bereits besser bestimmte bin bis bist bitte brauche brauchen braucht da dabei dafür damit danach danke dann daran darauf darf dass das davon dazu dein deine deinen deiner dem den denn der deren des deshalb dich die dies diese diesem diesen dieser
    dieses dir doch dort du durch dürfen eben ein eine einem einen einer eines einfach einige einmal er erklär erkläre erklären es etwas euch euer eure für ganz gar geben gegen gehen geht genau gern gerne gibt gut guten hab habe haben hallo hat hatte hätte hätten helfen hilf hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins irgendwo ist ja jede jedem jeden jeder jedes jemand jetzt kann kannst
    kein keine keinen keiner können könnte könnten könnt lange lassen lässt machen mache macht mal man mehr mein meine meinem meinen meiner meines mich mir mit möchte möchten muss müssen müsste nach nein nicht nichts noch nun nur ob obwohl oder ohne passiert sag sagen schon sehr sei sein seine seinem seinen seiner seit selbst sich sie sind so sobald solche sondern sonst sowie tag tue tun über überhaupt
    um und uns unser unsere unserem unseren unserer unter viel viele vielen vielleicht vom von vor wann war waren warum was weil welche welchem welchen welcher welches wem wen wenn wer werde werden wessen weshalb wie wieder wieso wieviel will wir wird wirst wo wobei wofür woher wohin wollen womit worauf woran worüber wovon wozu wurde wurden würde würden zu zum zur zwischen weiß weiss verstehe wenden`,
  fr: `a ai alors au aux avec avoir bonjour ce ces cet cette combien comme comment dans de des doit dois donc du elle en est et être faire fait faut il ils j'ai je la le les leur lui ma mais me merci mes moi mon ne
    nous on ou où par pas peut peux plus pour pourquoi puis quand que quel quelle quelles quels qui quoi sa sans se ses si son sont sur ta te tes toi ton tu un une veux vos votre vous y à ça sais comprends`,
  ar: `في من إلى على عن مع هل ما ماذا متى أين كيف كم لماذا هذا هذه ذلك التي الذي أنا أنت هو هي نحن هم كان يكون لي لك له لها أن إن أو و ثم قد لا لم لن كل بعد قبل عند حتى إذا يجب أريد يمكن أعرف أدري أفهم`,
  tr: `ama bana ben benim bir bu da daha de değil diye en gibi hangi hem her için ile ise istiyorum kadar kaç ki kim lütfen mı mi mu mü ne neden nasıl nerede nereye niçin o olan olarak olur sen siz şu ve var veya
    ya yok zaman`,
};
