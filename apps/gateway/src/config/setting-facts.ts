import { z } from 'zod';

/** What people are told about a setting. The default stands in the schema. */
export interface SettingFacts {
  /** Name in the environment. */
  readonly name: string;
  readonly meaning: string;
  readonly expected: string;
  /** What to do when the value is refused, as a sentence. */
  readonly mend: string;
  /** A secret value is never shown. */
  readonly secret: boolean;
}

export const settingFacts = z.registry<SettingFacts>();

export const open = { secret: false };
export const secret = { secret: true };
