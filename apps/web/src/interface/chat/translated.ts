import { type InterfaceId } from '@parlance/charter';
import { type ChatText } from './chat-text.ts';

type Say = (id: InterfaceId, otherwise: string, slots?: Readonly<Record<string, string>>) => string;

/** Slots that the page's script fills in later are filled with themselves. */
export function translatedChat(base: ChatText, say: Say): ChatText {
  return {
    conversation: say('chat.conversation', base.conversation),
    goOn: say('chat.go-on', base.goOn),
    startAnew: say('chat.start-anew', base.startAnew),
    choices: say('chat.choices', base.choices),
    readingLevel: say('chat.reading-level', base.readingLevel),
    levels: {
      standard: say('chat.levels.standard', base.levels.standard),
      plain: say('chat.levels.plain', base.levels.plain),
      easy: say('chat.levels.easy', base.levels.easy),
    },
    script: say('chat.script', base.script),
    sharedDevice: say('chat.shared-device', base.sharedDevice),
    sharedDeviceHint: say('chat.shared-device-hint', base.sharedDeviceHint),
    keptHeading: say('chat.kept-heading', base.keptHeading),
    kept: say('chat.kept', base.kept),
    leftBehind: say('chat.left-behind', base.leftBehind),
    emptyQuestion: say('chat.empty-question', base.emptyQuestion),
    tooLong: (characters) => say('chat.too-long', base.tooLong(characters), { characters }),
    tooMany: (minutes) => say('chat.too-many', base.tooMany(minutes), { minutes }),
    tooLarge: say('chat.too-large', base.tooLarge),
    notShown: say('chat.not-shown', base.notShown),
    linksBeside: say('chat.links-beside', base.linksBeside),
    ...translatedActions(base, say),
  };
}

function translatedActions(base: ChatText, say: Say) {
  return {
    stop: say('chat.stop', base.stop),
    stopped: say('chat.stopped', base.stopped),
    stoppedHere: say('chat.stopped-here', base.stoppedHere),
    edit: say('chat.edit', base.edit),
    keepQuestion: say('chat.keep-question', base.keepQuestion),
    again: say('chat.again', base.again),
    copy: say('chat.copy', base.copy),
    copied: say('chat.copied', base.copied),
    share: say('chat.share', base.share),
    shareHint: say('chat.share-hint', base.shareHint),
    shareLink: say('chat.share-link', base.shareLink),
    listen: say('chat.listen', base.listen),
    silence: say('chat.silence', base.silence),
    dictate: say('chat.dictate', base.dictate),
    dictateHint: say('chat.dictate-hint', base.dictateHint),
    waiting: say('chat.waiting', base.waiting),
    notSent: say('chat.not-sent', base.notSent),
    lineLost: say('chat.line-lost', base.lineLost),
    lineBroken: say('chat.line-broken', base.lineBroken),
    failed: say('chat.failed', base.failed),
    keepHere: say('chat.keep-here', base.keepHere),
    keepHereHint: say('chat.keep-here-hint', base.keepHereHint),
    forget: say('chat.forget', base.forget),
    notBroughtBack: say('chat.not-brought-back', base.notBroughtBack),
    dataUsed: say('chat.data-used', base.dataUsed, { kilobytes: '{kilobytes}' }),
  } as const;
}
