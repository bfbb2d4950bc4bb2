import { shown } from '@parlance/pack';
import { judgePack } from '@parlance/pack/node';
import { type FolderJudge } from './check-folder.ts';
import { type JudgeSettings } from './judge-settings.ts';

interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** A judge of one folder that tells on a stream beside the report how far it is. */
export function judgeWithProgress(folder: string, settings: JudgeSettings, stream: ProgressStream): FolderJudge {
  const about = `texts and restrictions of ${shown(folder, 400)} put to ${shown(settings.model)}`;
  let told = 0;
  const onProgress = (done: number, of: number): void => {
    if (stream.isTTY === true) stream.write(`\r${done} of ${of} ${about}${done === of ? '\n' : ''}`);
    else if (done === of || done - told >= 200) {
      told = done;
      stream.write(`${done} of ${of} ${about}\n`);
    }
  };
  return (files) => judgePack(files, { ...settings, onProgress });
}
