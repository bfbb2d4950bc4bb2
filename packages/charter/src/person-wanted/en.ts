import { meetings, personWords } from '../person-words.ts';
import { wordList } from '../word-list.ts';

const people = wordList(`
  a human, a human being, a real human, a real human being, a real person, a live person, a living person, an actual person, an actual human,
  a person, a human operator, an operator, a live agent, a human agent, an agent, a customer service agent, an adviser, an advisor, an official,
  a clerk, a civil servant, a member of staff, a staff member, somebody real, someone real, someone from the office, somebody from the office,
  someone at the office, somebody at the office, a human please, someone human, somebody human
`);

export const en = personWords({
  alone: wordList(`
    is there a real person, is there a human here, is there a human i can, is there a person i can talk to, is there anyone real,
    are there any real people, real person please, human please, live agent please, i want a human, i want a real person, i need a human,
    i need a real person, i want a human being, get me a human, get me a real person, give me a human, give me a real person,
    i don't want to talk to a bot, i don't want to talk to a robot, i don't want to talk to a machine, i don't want to talk to a computer,
    i do not want to talk to a machine, i do not want to talk to a robot, stop being a robot and
  `),
  asking: wordList(`
    can i, could i, may i, can we, could we, i want, i wanna, we want, i'd like, i would like, we would like, i need, we need, i must, i have to,
    i prefer, i'd rather, let me, connect me, put me through, transfer me, hand me over, how do i, how can i, where can i, is it possible,
    can you, could you, please, want to, is there a way, any way
  `),
  meeting: [
    ...meetings(
      wordList('speak to, speak with, talk to, talk with, chat with, speaking to, speaking with, talking to'),
      people,
      'verb first',
    ),
    ...meetings(wordList('me to, me with, me through to, me over to, in touch with, get hold of'), people, 'verb first'),
  ],
  butNot: wordList(`
    human rights, human resources, human trafficking, human remains, person of trust, person under, person in prison, person in custody,
    person with dementia, person with a disability, official document*, official cop*, official translat*, official letter*, official state*,
    operator licen*, agent of, an agent in, estate agent*, travel agent*, talk to a person about
  `),
});
