import { type AgeBand, ageBands, type AgeGround, ageGrounds, youngSectors } from '@parlance/charter';
import { type Pack } from '../pack.ts';
import { type Outside } from './spoken.ts';
import { strictnessOf } from './study.ts';

/** For whom an answer is, by age, and everything that by itself makes it so. */
export interface AgeMode {
  readonly band: AgeBand;
  /** Empty if and only if the band is `any-age`. */
  readonly because: readonly AgeGround[];
}

/** What is said of the reader's age outside the pack and the organisation. */
export interface AgeSaid {
  /** Of the key with which the request came. */
  readonly key?: AgeBand | undefined;
  /** The sector that the key is for: asking in another one does not leave it. */
  readonly keySector?: string | null | undefined;
  /** In the request. */
  readonly request?: AgeBand | undefined;
}

interface AgeSpeakers extends Outside {
  readonly sector: string;
  readonly age?: AgeSaid | undefined;
}

/** Combines the bands: the strictest wins, whoever said it, so that nobody can switch off what somebody else switched on (S13). */
export function ageModeOf(pack: Pack, { sector, age = {}, organisation, developer, user }: AgeSpeakers): AgeMode {
  const said: Readonly<Record<AgeGround, readonly (AgeBand | undefined)[]>> = {
    key: [age.key, age.keySector === undefined || age.keySector === null ? undefined : sectorBand(pack, age.keySector)],
    sector: [sectorBand(pack, sector)],
    organisation: [organisation?.age_band, organisation?.study?.age_band],
    'age-band': [age.request, developer?.study?.age_band, user?.study?.age_band],
  };
  return {
    band: strictestBand(Object.values(said).flat()),
    because: ageGrounds.filter((ground) => strictestBand(said[ground]) !== loosest),
  };
}

const [loosest] = ageBands;

/** Of a sector: what the charter says of its name and what the pack says of it. */
function sectorBand(pack: Pack, sector: string): AgeBand {
  return strictestBand([youngSectors[sector], pack.sectors.get(sector)?.study?.age_band?.value]);
}

/** What is no band is passed over. */
function strictestBand(bands: readonly (AgeBand | undefined)[]): AgeBand {
  const known = bands.filter((band) => band !== undefined && ageBands.includes(band));
  return known.reduce<AgeBand>((best, band) => (band !== undefined && strictnessOf.age_band(band, best) < 0 ? band : best), loosest);
}
