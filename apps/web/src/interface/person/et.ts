import { type PersonText } from './person-text.ts';

export const etPerson: PersonText = {
  title: 'Rääkige inimesega',
  lead: 'Nii saab ühendust asutuste inimestega; iga viisi juures on leht, kust see loeti. Mida ei õnnestunud kinnitada, see on välja jäetud.',
  notForwarded: 'Edasi ei anta midagi: ei Teie küsimusi ega seda, et Te küsisite. Helistate, kirjutate või lähete kohale ise.',
  kinds: {
    phone: 'Telefoni teel',
    email: 'E-kirjaga',
    visit: 'Kohapeal',
    form: 'Veebivormi kaudu',
    chat: 'Veebivestluses',
    video: 'Videokõnega',
  },
  openUntil: (time) => `Praegu avatud kuni ${time}`,
  openAlways: 'Praegu avatud, ööpäev läbi',
  opensAt: (when) => `Praegu suletud. Avatakse: ${when}`,
  clockThere: (time) => `nende aegade järgi; seal on kell ${time}`,
  hours: 'Ajad',
  hoursUnknown: 'siin ei teata',
  holidays: 'Riigipühi siin ei teata.',
  spoken: 'Keeled',
  cost: 'Hind',
  costs: { free: 'tasuta', 'usual-rate': 'nagu iga kõne Teie operaatori juures', charged: 'tasuline' },
  noWay: 'Selle asutuse inimeseni jõudmise viisi ei õnnestunud siin kinnitada. Asutuse oma leht:',
  otherOffices: 'Teised asutused',
  young: 'Alla 18-aastasele lugejale näidatakse ainult neid, kelle kohta allikas ütleb, et nad on olemas ka temale.',
  takeAlong: 'Võtke oma küsimused kaasa',
  questionsHeading: 'Teie küsimused kaasavõtmiseks',
  questionsHint:
    'Need on sellele lehele kokku pandud Teie jaoks ja neid ei saadeta kellelegi. Kopeerige need või printige leht. Lugege enne läbi: seal on ka see, mida Te endast kirjutasite.',
  back: 'Tagasi vestlusse',
};
