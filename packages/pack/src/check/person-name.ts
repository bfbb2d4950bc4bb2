/** Two to four words with great letters, in a script that has them; small particles may stand between. */
const fullName = /^\p{Lu}[\p{Ll}\p{M}'’]+(?:[ -](?:(?:de|da|del|di|van|von|bin|al|el|la) )*\p{Lu}[\p{Ll}\p{M}'’]+){1,3}$/u;

export function isFullName(text: string): boolean {
  return fullName.test(text);
}

/** Titles before a name in scripts with great letters. */
const cased =
  /(?<!\p{L})(?:mrs?|ms|dr|prof|president|minister|senator|judge|general|colonel|mayor|herr|frau|präsident|präsidentin|ministerin|richter|bürgermeister|monsieur|madame|mme|président|ministre|juge|maire|señora?|sra?|presidente|ministro|juez|alcalde|härra|proua|kohtunik|linnapea|господин|госпожа|президент|министр|судья|генерал|мэр|пан|пані|президентка|міністр|суддя|мер|sayın|cumhurbaşkanı|bakan|hâkim|κύριος|κυρία|κ|πρόεδρος|υπουργός|δικαστής|δήμαρχος)\.? (?:\p{Lu}\.? ?)*\p{Lu}\p{Ll}+/iu;

/** Titles before a name of one or two words in scripts without great letters; in Chinese a title stands behind it. */
const uncased =
  /^(?:السيد|السيدة|الرئيس|الوزير|القاضي|الشيخ|الدكتور|آقای|خانم|دکتر|رئیس جمهور|وزیر|قاضی|מר|גברת|גב'|ד"ר|הנשיא|השר|השופט|הרב|श्री|श्रीमती|डॉ|राष्ट्रपति|मंत्री|न्यायाधीश|ბატონი|ქალბატონი|პრეზიდენტი|მინისტრი|მოსამართლე)\.? [\p{L}\p{M}'-]+(?: [\p{L}\p{M}'-]+)?$|^\p{sc=Hani}{2,4}(?:先生|女士|总统|總統|主席|部长|部長|法官|市长|市長|律师|律師|记者|記者)$/u;

/** A name that says that it is one. */
export function isTitledName(text: string): boolean {
  return (cased.test(text) && /^(?:\S+ ){1,3}\S+$/.test(text) && /\p{Lu}\p{Ll}+$/u.test(text)) || uncased.test(text);
}
