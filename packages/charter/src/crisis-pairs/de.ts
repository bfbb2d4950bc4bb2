import { type CrisisPair } from '../crisis-pair.ts';

const swallowing = ['verschluckt', 'geschluckt', 'runtergeschluckt', 'hinuntergeschluckt', 'heruntergeschluckt', 'schluckte', 'verschluckte'];
const eating = ['getrunken', 'trank', 'gegessen', 'aß', 'ausgetrunken', 'abgeleckt'];
const substances = [
  ...['waschpulver', 'waschmittel*', 'flüssigwaschmittel', 'weichspüler', 'spülmittel', 'spülmaschinen*', 'spültab*', 'geschirrspül*'],
  ...['bleiche', 'bleichmittel', 'chlor', 'chlorreiniger', 'putzmittel', 'reiniger', 'reinigungsmittel', 'allzweckreiniger', 'glasreiniger'],
  ...['rohrreiniger', 'abflussreiniger', 'wc-reiniger', 'entkalker', 'fleckenentferner', 'desinfektionsmittel', 'ätznatron', 'ammoniak', 'seife'],
  ...['wasserstoffperoxid', 'nagellack*', 'aceton', 'terpentin', 'verdünner', 'farbe', 'kleber', 'sekundenkleber', 'benzin', 'diesel', 'petroleum'],
  ...['grillanzünder', 'lampenöl', 'frostschutz*', 'spiritus', 'methanol', 'rattengift', 'schneckenkorn', 'mäusegift', 'insektengift', 'dünger'],
  ...['mottenkugel*', 'parfüm', 'duschgel', 'shampoo', 'zigarette*', 'nikotin*', 'liquid'],
];
const objects = [
  ...['batterie*', 'knopfzelle*', 'knopfbatterie*', 'münze*', 'geldstück', 'magnet*', 'nadel', 'stecknadel', 'schraube', 'nagel', 'murmel*'],
  ...['glasscherbe*', 'legostein*', 'legoteil', 'spielzeug', 'spielzeugteil', 'büroklammer', 'rasierklinge', 'ohrring', 'ring', 'knochen', 'gräte'],
];

export const de: readonly CrisisPair[] = [
  { kind: 'poison', first: [...swallowing, ...eating], second: substances },
  { kind: 'poison', first: swallowing, second: objects },
  {
    kind: 'violence',
    first: [
      ...['mein mann', 'mein freund', 'mein partner', 'mein ex', 'mein exfreund', 'mein verlobter', 'mein lebensgefährte', 'mein mitbewohner'],
      ...['meine frau', 'meine freundin', 'mein bruder', 'mein sohn', 'jemand', 'ein mann', 'er', 'sie'],
    ],
    second: [
      ...['schlägt mich', 'verprügelt mich', 'prügelt mich', 'tritt mich', 'würgt mich'],
      ...['mich geschlagen', 'verprügelt', 'gewürgt', 'auf mich ein', 'greift mich an', 'bedroht mich mit', 'hat ein messer', 'will mich umbringen'],
      ...['will mich töten', 'schlägt mich gerade', 'mich gerade schlägt'],
    ],
  },
];
