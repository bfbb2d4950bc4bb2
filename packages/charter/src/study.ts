/** Helps towards an answer, from the least to the whole of it. */
export const hints = ['nudge', 'step', 'worked-twin', 'answer'] as const;
export type Hint = (typeof hints)[number];

/** How often a learner tries before the answer is given. */
export const tries = ['1', '2', '3', '4', '5'] as const;
export type Tries = (typeof tries)[number];

export const studyStyles = ['mixed', 'socratic', 'explaining'] as const;
export type StudyStyle = (typeof studyStyles)[number];

/** For whom study mode takes its reader, from the loosest to the strictest. `any-age` says nothing of the reader. */
export const ageBands = ['any-age', 'under-18', 'under-13'] as const;
export type AgeBand = (typeof ageBands)[number];

/** Sectors that are for the young unless the charter is changed: a pack can add others, in `study.age_band`, and take none away. */
export const youngSectors: Readonly<Record<string, AgeBand>> = { education: 'under-18' };

/** How often a reader is reminded that no person answers, from the loosest to the strictest. */
export const notHumanReminders = ['each-session', 'every-20-turns', 'every-10-turns', 'every-5-turns', 'each-turn'] as const;
export type NotHumanReminder = (typeof notHumanReminders)[number];
