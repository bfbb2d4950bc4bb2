import { type UseWords } from '../use-word.ts';
import { wordList } from '../word-list.ts';

export const en: UseWords = {
  asking: wordList(`
    write, draft, generate, create, make, compose, produce, build, compile, design, develop, prepare, set up, give me, list, find,
    track, monitor, identify, flag, surveil, spy on, watch, keep tabs on, reject, exclude, filter, rank, score, send, post, spread,
    tell, program, sort, collect, gather, discourage, convince, persuade
  `),
  before: wordList(`
    please, can, could, would, you, will, now, then, and, also, hi, hello, help, me, us, to, i, we, want, need, like, let's, lets,
    your, task, job, is, must, should, ok, okay, just, automatically
  `),
  about: wordList(`
    explain*, essay, article, news, report on, history, historical, satire, satirical, parody, novel, short story, a story,
    story about, fiction*, film, screenplay, lesson, quiz, research*, thesis, legal, illegal, unlawful, a law that, crime, criminal,
    court*, forbid*, prohibit*, ban, bans, banning, prevent*, protect*, detect*, recognis*, recogniz*, discriminat*, complain*,
    complaint*, appeal, objection, summar*, translat*, proofread*, test data, test records, mockup, placeholder*, training data,
    debunk*, fact-check*, warn*, write about, tell me how, tell me why, tell me whether, investigat*, journalism, wikipedia,
    biography, documentary, museum, exhibition
  `),
  classes: {
    following: wordList(`
      dossier*, monitor, track, surveil, spy on, watch, keep tabs on, keep watch on, keep a file on, flag, identify, home address*,
      where they live, who they meet, who they talk to, their movements, a profile of every, profiles of all, report on everyone
    `),
    'all-of': wordList(`every, everyone, everybody, each, all, anyone, those who, people who, these, any user*`),
    watched: wordList(`
      protest, protests, protester*, demonstration*, demonstrator*, rally, activist*, dissident*, journalist*, opposition,
      union member*, critics of the, criticise*, criticize*, criticising, criticizing, citizens, whistleblower*, chat messages,
      private messages, mosque, church members, political views, political opinions, government critics
    `),
    'shutting-out': wordList(`
      reject, rejects, rejecting, exclude, excludes, excluding, deny, denies, refuse, refuses, filter out, filters out, screen out,
      screens out, turn away, turns away, rank lower, ranks lower, lower score*, deprioritis*, deprioritiz*, locks out
    `),
    group: wordList(`
      roma, gypsies, muslim*, jews, jewish, migrant*, immigrant*, refugee*, asylum seekers, foreigner*, russian-speak*,
      russian speakers, black people, black applicants, arab*, gay, lesbian*, transgender, disabled, people with disabilities, women,
      pregnant, ethnic*, foreign names, foreign-sounding names, their religion, their ethnicity, their race, their nationality
    `),
    service: wordList(`
      application*, applicant*, claims, benefit*, housing, tenant*, flats, rental*, job, jobs, candidates, loan*, services, portal,
      appointment*, school place*, enrol*, registration*, clinic, patients, customers, visa*
    `),
    swaying: wordList(`
      vote for us, vote for our, vote for him, vote for her, make them vote, makes them vote, change their vote, manipulat*, persuad*,
      convinc*, win them over, sway*, turn them against, play on, plays on, exploit*
    `),
    aimed: wordList(`
      each undecided voter, every undecided voter, each swing voter, every swing voter, each voter on, every voter on,
      each person on the list, each voter by name, voters' fears, voters fears, their personal fears, psychological profile*,
      personality profile*, voter's data, voters personal data, voters' personal data, their facebook data, voter file, voter data,
      voter's weak*, each voter's
    `),
    many: wordList(`#, hundreds, thousands, dozens, a hundred, a thousand, a flood of, masses of`),
    faked: wordList(`
      fake, made-up, made up, invented, fictitious, fabricated, bot, bots, sock puppet*, sockpuppet*, pretending to be, posing as,
      as if written by, different people, different users, different citizens, different personas, non-existent, astroturf*
    `),
    published: wordList(`
      comment*, review*, post, posts, tweet*, letters, testimonial*, messages, news stories, signatures, submissions, replies,
      accounts, statements, emails, complaints
    `),
    deceiving: wordList(`
      was moved to, has been moved to, were moved to, is moved to, postponed, was cancelled, has been cancelled, is cancelled,
      vote by text, vote by sms, vote by text message, will be arrested, will be fined, will be deported, lose their benefits,
      from voting, stay home, stay at home, stay away from the polls, not to vote, do not vote, wrong date, false date, wrong polling,
      suppress the, lower the turnout, lower turnout, reduce turnout, reduce the turnout, false information, false voting
    `),
    voting: wordList(`vote, votes, voting, voter*, election*, ballot*, referendum*, polling, turnout, polls`),
  },
};
