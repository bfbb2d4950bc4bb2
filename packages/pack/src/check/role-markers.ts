import { shown } from '../format/pack-issue.ts';
import { textCheck } from './free-text.ts';

/**
 * Marks by which chat templates and prompts tell roles and blocks apart (S2). What keeps pack text inside its block is the composition of
 * the prompt, whatever a pack says; this check only keeps packs clean.
 */
const controlToken =
  /<\|[^|>]{0,40}\|?>?|\|>|\[\/?INST\]|<<\/?SYS>>|<\/?s>|<(?:start|end)_of_turn>|<\/?(?:system|user|assistant|human|developer|tool|instructions?|prompt|context|data|document|pack|layer|charter|untrusted)\b[^>]{0,40}>|⟦|⟧|`{3,}|~{3,}|^-{3,}$|^={5,}$|^#{1,6} ?(?:system|instructions?|assistant|user)\b/imu;

const roleSpeech =
  /^\s*(?:system|assistant|user|human|ai|developer|tool|süsteem|kasutaja|assistent|система|пользователь|ассистент|système|utilisateur|benutzer|النظام|المستخدم|المساعد|系统|用户|助手)\s*[:：]/iu;

export const roleMarkers = textCheck(() => (text) => {
  const token = text.match(controlToken)?.[0];
  if (token !== undefined) {
    const expected = 'text without marks of prompts and chat templates';
    return [{ rule: 'S2', code: 'control-token', expected, received: shown(token), mend: `Remove ${shown(token)}.` }];
  }
  if (!roleSpeech.test(text)) return [];
  const role = shown(text.trim().split(/[:：]/)[0] ?? '');
  return [
    {
      rule: 'S2',
      code: 'role-speech',
      severity: 'warning',
      expected: 'text that does not speak as a role',
      received: role,
      mend: 'Begin the text without the name of a role and a colon.',
    },
  ];
});
