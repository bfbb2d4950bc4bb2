import { Command } from 'commander';
import { packCheck } from './pack-check.ts';
import { packDiff } from './pack-diff.ts';
import { packExplain } from './pack-explain.ts';
import { packKey } from './pack-key.ts';
import { packNew } from './pack-new.ts';
import { packPreview } from './pack-preview.ts';
import { packPublish } from './pack-publish.ts';
import { packPull } from './pack-pull.ts';
import { packRelease } from './pack-release.ts';
import { packReview } from './pack-review.ts';
import { packRollback } from './pack-rollback.ts';
import { packSchema } from './pack-schema.ts';
import { packSign } from './pack-sign.ts';
import { packVerify } from './pack-verify.ts';

/** `parlance pack`: for those who write, review and release packs, and for whoever has to know what one does. */
export function packCommand(): Command {
  return new Command('pack')
    .description('work on country packs: begin, check, explain, preview and compare them, review, sign, release and roll back')
    .addCommand(packNew())
    .addCommand(packCheck())
    .addCommand(packExplain())
    .addCommand(packPreview())
    .addCommand(packSchema())
    .addCommand(packDiff())
    .addCommand(packKey())
    .addCommand(packReview())
    .addCommand(packSign())
    .addCommand(packVerify())
    .addCommand(packRelease())
    .addCommand(packRollback())
    .addCommand(packPublish())
    .addCommand(packPull());
}
