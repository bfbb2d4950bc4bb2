import { type CrisisWords } from '../crisis-sense.ts';
import { wordList } from '../word-list.ts';

export const en: CrisisWords = {
  wish: wordList(`
    want, wanted, wanting, wanna, wish, wishing, rather, prefer, gonna, going to, plan, planning, planned, think of, think about,
    thinking of, thinking about, thinking, thoughts of, thoughts about, thought about, thought of, considering, consider, decided to,
    ready to, ready for, feel like, feeling like, about to, need to, should, deserve, let me, hope, hoping, tempted, try to, trying to,
    tried to, urge to, tonight, how to, way to, ways to, way of, painless*, painful, courage to, close to, might, i'll, i will, i shall,
    only answer, only solution, only way out, only option, better, better to, easier, dream of, dreaming of, crave, longing, time to,
    obsessed with, am gonna, imagine, imagining, fantasise about, fantasising about, fantasizing about
  `),
  death: wordList(`
    die, dying, be dead, been dead, was dead, were dead, of dead, off dead, being dead, kill myself, killing myself, killed myself, kill me,
    end my life, ending my life, end it all, ending it all, end everything, ending everything, end it for good, take my life,
    taking my life, take my own life, taking my own life, not be alive, never be alive, not wake up, never wake up, never waking up,
    not waking up, not exist, stop existing, cease to exist, stop living, stop being alive, unalive, unaliving, kms, off myself, top myself,
    topping myself, do myself in, end myself, hang myself, hanging myself, shoot myself, drown myself, suicide, disappear forever,
    vanish forever, sleep forever, slit my wrists, slit my wrist, overdose, jump off a bridge, jump off the bridge, jump off a roof,
    throw myself, throwing myself, check out for good, end my lyf, never have been born, not have been born, never been born, never born,
    my death, end it, not be here anymore, not be here any more, go to sleep forever, leave this world, leaving this world, leave this life,
    be gone forever, be gone for good, out of life, end the pain forever, be in the ground, be in my grave, not to wake up, death seems,
    death is, dying is, sleep and never wake up, sleep and not wake up, in the grave, in his grave, in her grave, to the grave
  `),
  weary: wordList(`
    don't want, dont want, don't wanna, dont wanna, do not want, do not wanna, didn't want, no longer want, not want, no reason, no point,
    no purpose, any point, any reason, a reason, any purpose, no use, no sense, tired of, sick of, fed up with, done with, through with,
    finished with, weary of, bored of, hate, hating, hatred of, not worth, isn't worth, ain't worth, worthless, meaningless, pointless,
    no meaning, what is the point, what's the point, why am i, why do i, why should i, why bother, giving up on, given up on, give up on,
    cba, can't be bothered, can't be arsed, cannae be bothered, never wanted, lost the will, no will, no strength, don't see why,
    no interest in, can't stand, nothing to, nothing left to, exhausted by, exhausted from, nothing worth
  `),
  living: wordList(`
    live, living, livin, life, alive, exist, existing, existence, go on living, being here, be here anymore, be here any more,
    be here no more, this world, be around anymore, wake up tomorrow, wake up again, waking up, wake up anymore, wake up any more, live for,
    getting up
  `),
  unable: wordList(`
    can't, cant, cannot, cannae, can not, couldn't, unable to, don't think i, dont think i, can no longer, i won't, not able to,
    not strong enough to
  `),
  enduring: wordList(`
    go on like this, go on anymore, go on any more, go on any longer, go on living, carry on like this, carry on anymore, carry on living,
    do this anymore, do this any more, do this no more, take it anymore, take it any more, take this anymore, take this any more,
    keep going like this, keep living, live like this, live anymore, live any more, cope anymore, cope any more, cope no more,
    make it through the night, make it through tonight, survive the night, survive tonight, survive this night, see tomorrow,
    face another day, bear it anymore, bear it any more, bear living, be alive, exist anymore, fight anymore, fight any more,
    hold on anymore, hold on any longer, hold on much longer
  `),
  harming: wordList(`
    cut, cutting, cuts, burn, burning, burned, burnt, hurt, hurting, harm, harming, harmed, scratch, scratching, punish, punishing, slash,
    slashing, slice, slicing, carve, carving, kill, hang, drown, stab, do something to, doing something to, done something to,
    something bad to, something stupid to, can't undo to, injure, injuring, injured, top, topping, offing, ending
  `),
  self: wordList(`
    myself, meself, my self, my arms, my wrists, my wrist, my thighs, my legs, my skin, my veins, my own body, my forearms
  `),
  somebody: wordList(`
    my sister, my brother, my son, my daughter, my friend, my best friend, my mate, my boyfriend, my girlfriend, my husband, my wife,
    my partner, my ex, my mum, my mom, my mother, my dad, my father, my grandma, my grandfather, my cousin, my child, my roommate,
    my flatmate, my neighbour, my neighbor, my student, my pupil, classmate, colleague, coworker, co-worker, someone, somebody, a friend,
    a boy, a girl, he, she, they, he's, she's
  `),
  'their-death': wordList(`
    kill himself, kill herself, kill themselves, kill themself, killing himself, killing herself, wants to die, want to die, wanted to die,
    end his life, end her life, end their life, ending his life, ending her life, end it all, doesn't want to live, does not want to live,
    not want to live, doesn't want to be here, suicidal, hurt himself, hurt herself, hurt themselves, harm himself, harm herself,
    hurting himself, hurting herself, harming himself, harming herself, cutting himself, cutting herself, cuts himself, cuts herself,
    take his own life, take her own life, take his life, take her life, goodbye forever, texted me goodbye, said goodbye forever,
    won't live without, not live without, talks about dying, talking about dying, talks about suicide, talking about suicide,
    talks of suicide, kms, unalive, jump off, hang himself, hang herself, commit suicide, with a rope
  `),
  remedy: wordList(`
    pills, pill, tablets, tablet, tabs, medication, medicine, meds, painkillers, paracetamol, insulin, sleeping pills, antidepressants,
    the bottle
  `),
  'too-much': wordList(`
    too many, took all, swallow all, take them all, take all of, swallow them all, all at once, on purpose, deliberately, not to wake up,
    not wake up, never wake up, to die, whole bottle, whole box, whole pack, in front of me, to end it, enough to kill, to kill myself,
    kill me, want to take
  `),
  height: wordList(`
    roof, rooftop, ledge, bridge, balcony, cliff, railing, window, the tracks, rails, train, metro, tube, building, the edge, traffic
  `),
  leap: wordList(`
    want to jump, wanna jump, gonna jump, going to jump, about to jump, ready to jump, feel like jumping, thinking of jumping,
    thinking about jumping, think of jumping, i'll jump, me to jump, could jump, might jump, throw myself, throwing myself, fling myself,
    step in front, walk in front, standing on the edge, step off, walk into, i'm standing on, i am standing on, should jump
  `),
  others: wordList(`
    everyone, everybody, every one, the world, world, my family, my kids, my children, my parents, my husband, my wife, they, they'd,
    you all, nobody, no one, noone, no-one, anyone, anybody, not a soul, people
  `),
  'without-me': wordList(`
    better off, better without me, happier without me, happier if i, better if i, better when i, without me here, without me around,
    miss me, missed me, notice if i, notice i'm gone, noticed if i, care if i, cares if i, cared if i, if i died, if i disappear,
    if i disappeared, if i was gone, if i were gone, if i was dead, if i were dead, if i wasn't, if i weren't, if i just wasn't,
    once i'm gone, when i'm gone, relieved if i, cry if i, cry for me
  `),
  suicidal: wordList(`suicidal, suicidel, suisidal, unalive`),
  person: wordList(`
    i, im, i'm, me, my, myself, ive, feel, feeling, feelings, thoughts, thinking, having, help, pls, please, alone, again, he, she, they
  `),
  voices: wordList(`voices, voice, my head, something inside`),
  order: wordList(`to jump, to die, to kill, to hurt, to cut, to end, kill myself, i should die, do it tonight`),
  farewell: wordList(`
    goodbye letter*, farewell letter*, suicide note*, goodbye note*, last letter*, last words, wrote the letters, written the letters,
    wrote letters, goodbye video
  `),
  kin: wordList(`
    my kids, my children, my family, my mum, my mom, my mother, my parents, my wife, my husband, my son, my daughter, my dad, my partner,
    my friends, everyone
  `),
  'way-out': wordList(`no way out, no escape, no exit, no other way, no other option, only one way, no hope, no future, no solution`),
  none: wordList(`for me, left, i see, i can see, anymore, any more, only, i have, there is, there's, in my life`),
  pain: wordList(`pain, suffering, misery, hurting, agony, hell, all this`),
  'for-ever': wordList(`
    end forever, stop forever, go away forever, end for good, stop for good, over forever, to end forever, never feel
  `),
  'last-day': wordList(`
    my last day, my last night, my last evening, my last birthday, my last christmas, my final day, my last week, my last hours
  `),
  settled: wordList(`decided, on earth, alive, tonight, with you all, will be, is going to be, has come`),
  weapon: wordList(`with a knife, a knife, with a gun, a gun, with an axe, with a bat, armed, a hammer`),
  hiding: wordList(`
    i'm hiding, im hiding, i am hiding, hiding from him, outside my door, at my door, behind the door, in front of my door,
    outside my house, in my house, locked myself, coming for me, chasing me, after me, threatening me, threatens me
  `),
  held: wordList(`
    held, holding me, keep me, keeping me, keeps me, locked me, locks me, locked up, won't let me, doesn't let me, trapped, kept,
    took my passport, taken my passport, took my phone
  `),
  'by-force': wordList(`
    against my will, by force, passport, in the basement, in the house, in a room, leave, go out, prisoner, hostage, my phone
  `),
  elder: wordList(`
    stepfather, step-father, stepdad, step-dad, father, dad, uncle, grandfather, grandpa, coach, teacher, priest, brother, cousin,
    neighbour, neighbor, mum's boyfriend, mom's boyfriend, pastor, trainer
  `),
  touching: wordList(`
    touches me, touching me, touched me, comes into my bed, comes into my room at night, comes to my room at night, abuses me, abused me,
    abusing me, molests me, molested me, rapes me, raped me, makes me touch, undresses me, kisses me on
  `),
  story: wordList(`
    novel, book, film, movie, story, poem, essay, song, lyrics, play, game, gameplay, minecraft, character, level, boss, plot, romeo,
    werther, hitler, caesar, statistics, statistic, rates, law, bill, act, policy, budget, prevention, definition, insurance, research,
    study, thesis, school essay, history, laughing, laughter, embarrassment, boredom, curiosity, thirst, hunger to, form, than fill, coffee,
    to see, to know, to try, plants, plant, phone, battery, process, computer, server, tomatoes, weeds, account, subscription, contract,
    membership
  `),
  dwelling: wordList(`
    city, town, village, country, countryside, abroad, apartment, flat, house, parents, roommate*, neighbour*, neighbor*, dorm*, hostel,
    rent, street, district, suburb*, region, insurance, mother, father, school, office, near, downtown, student housing, permit, expectancy,
    balance, saturday, sunday, monday, tuesday, wednesday, thursday, friday, weekend, car park, parking, garage, maze, early
  `),
  mishap: wordList(`
    cooking, kitchen, shaving, glass, oven, stove, iron, work, gym, football, training, playing, sport*, bike, bicycle, fell over, fell from, accident*,
    accidentally, by mistake, insurance, compensation, tetanus, hair, nails, playground, garden, employer, skiing, stairs, sunburn, sun
  `),
};
