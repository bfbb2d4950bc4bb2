import { Command } from 'commander';
import { packCheck } from './pack-check.ts';
import { packExplain } from './pack-explain.ts';
import { packNew } from './pack-new.ts';
import { packPreview } from './pack-preview.ts';
import { packSchema } from './pack-schema.ts';

/** `parlance pack`: for whoever writes packs, and for whoever has to know what one does. */
export function packCommand(): Command {
  return new Command('pack')
    .description('work on country packs')
    .addCommand(packNew())
    .addCommand(packCheck())
    .addCommand(packExplain())
    .addCommand(packPreview())
    .addCommand(packSchema());
}
