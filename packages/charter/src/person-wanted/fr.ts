import { meetings, personWords } from '../person-words.ts';
import { wordList } from '../word-list.ts';

const who = wordList(`
  un humain, un être humain, un vrai humain, une personne, une vraie personne, une personne réelle, une personne humaine, quelqu'un de réel,
  quelqu'un de vivant, quelqu'un du service, un conseiller, une conseillère, un agent, une agente, un employé, un opérateur, un fonctionnaire,
  un responsable, quelqu'un au téléphone
`);

export const fr = personWords({
  alone: wordList(`
    passez-moi un humain, passez-moi quelqu'un, passez-moi un conseiller, passez moi un conseiller, passez moi un humain,
    mettez-moi en relation avec un, mettez-moi en relation avec une, mettez moi en relation avec un, mettez-moi en contact avec un,
    y a-t-il un humain, y a t il un humain, y a-t-il une vraie personne, il y a un humain ici, je veux un humain, je voudrais un humain,
    je veux une vraie personne, un humain svp, un humain s'il vous plaît, une vraie personne svp, une vraie personne s'il vous plaît,
    je ne veux pas parler à un robot, je ne veux pas parler à une machine, je veux pas parler à un robot, pas envie de parler à un robot
  `),
  asking: wordList(`
    je veux, je voudrais, j'aimerais, je souhaite, je souhaiterais, nous voulons, nous voudrions, puis-je, puis je, est-ce que je peux, je peux,
    est-il possible, est il possible, c'est possible, possible de, pouvez-vous, pourriez-vous, j'ai besoin, il faut que je, je dois, je préfère,
    comment puis-je, où puis-je, comment je peux, comment faire pour, merci de, laissez-moi
  `),
  meeting: [
    ...meetings(
      wordList('parler à, parler avec, discuter avec, échanger avec, parler directement à, parler directement avec'),
      who,
      'verb first',
    ),
    ...meetings(
      wordList("m'adresser à, me mettre en relation avec, me passer, me mettre en contact avec, joindre, contacter"),
      who,
      'verb first',
    ),
  ],
  butNot: wordList(`
    personne sourde, personne âgée, personne détenue, personne handicapée, personne en situation, personne à mobilité, une personne qui, agent immobilier,
    agent de police, agent d'assurance, personne morale
  `),
});
