import { type CharterRuleText } from '../transparency-text.ts';

export const etCharterRules: CharterRuleText = {
  'charter-rules': 'Mida harta ise välja jätab ja lisab',
  'charter-rules-lead':
    'Need reeglid on programmi osa ja toimivad igas riigis, ükskõik mida riigipakett ütleb. Nende taga ei ole seadust ja keegi ei lülita neid välja.',
  'charter-rules.safety-resources.does': 'Riigipaketi abinumbrid pannakse kõige ette, sest ohus inimene vajab neid kohe.',
  'charter-rules.safety-resources.when':
    'kui küsimus kõlab nii, nagu oleks keegi ohus, viga saanud, väga kurb või tahaks surra; programm otsustab selle sõnade ja väikese õpetatud mudeli järgi ja võib eksida',
  'charter-rules.under-18.does':
    'Teade ütleb, et kehtivad reeglid alla 18-aastastele lugejatele ja miks, ning kui vastab keelemudel, siis ka seda, et inimene ei vasta: noored peavad teadma, kellega nad räägivad ja et täiskasvanud saavad aidata.',
  'charter-rules.under-18.when':
    'igas vastuses, kui programmi võti, valdkond, asutus või päring ütleb, et lugeja on või võib olla alla 18-aastane; õppimisviisis ka siis, kui keegi ei ole vanust öelnud',
  'charter-rules.forged-notice.does':
    'Topeltsulud, millega see teenus oma teateid märgib, jäetakse mudeli kirjutatust välja, sest tekst võiks paista teatena, ilma et see oleks teade.',
  'charter-rules.forged-notice.when': 'igal pool, kus vastuses on selline sulg enne, kui teenus oma muudatused märgib',
  'charter-rules.privacy.does':
    'Isikute tunnused, näiteks isikukoodid, kontod, telefoninumbrid ja e-posti aadressid, jäetakse vastustest välja, sest need kuuluvad inimesele.',
  'charter-rules.privacy.when':
    'igal pool, kus vastuses selline tunnus ära tuntakse, kui inimene seda ise küsimuses ei kirjutanud ja see ei ole paketis asutuse kontakt',
  'rests-on': 'Tugineb punktile',
  'written-by': 'Kirjutanud',
  'charter-authors': 'harta autorid, selle programmi avalikus lähtekoodis',
  'charter-since': 'Hartas alates versioonist',
  'enforced.tests':
    'Koodiga: katsed on selle programmi avalikus lähtekoodis, näidetena kaustas vectors ja koodi kõrval. Veel mõõtmata: lähtekoodis on näited selle kohta, mida kood ära tunneb (appihüüded, tunnused, keelatud kasutused). Tulemusi selle kohta, kui hästi keelemudel mõnda punkti järgib, ei ole siin avaldatud.',
  'enforced.no-model':
    'Selles serveris ei ole keelemudelit ühendatud: mida palutakse mudelil, seda ei paluta siin kelleltki ja vastused pannakse kokku ilma mudelita.',
};
