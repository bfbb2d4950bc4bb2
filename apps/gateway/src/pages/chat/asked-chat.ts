import { type ChatContext } from '@parlance/web';
import { type ChatRequest } from '@parlance/wire';
import { crisisIn } from '../../country/distress/crisis-in.ts';
import { type Gateway } from '../../gateway.ts';
import { defaultModel } from '../../upstream/resolve-model.ts';
import { type ConversationForm } from './conversation-form.ts';

type Asked = Pick<ConversationForm, 'question' | 'earlier' | 'choices'>;

/** The request that a form makes: what was said earlier, the question, and how the answer is to be written. */
export function askedChat(gateway: Gateway, { question, earlier, choices }: Asked, scripts: ChatContext['scripts']): ChatRequest {
  const { level, script } = choices;
  const isOffered = scripts.some(({ code }) => code === script);
  const chosen = {
    ...(level !== null && { reading_level: level }),
    ...(script !== null && isOffered && { script }),
  };
  const said = earlier
    // A question that got no word, or was refused, is no part of what was said; but a cry for help is heard whether or not anybody could answer it.
    .filter(({ question, answer, isRefused }) => !isRefused && (answer !== '' || crisisIn(question) !== null))
    .flatMap(({ question, answer }) => [
      { role: 'user' as const, content: question },
      ...(answer === '' ? [] : [{ role: 'assistant' as const, content: answer }]),
    ]);
  return {
    model: gateway.upstream.defaultModel ?? defaultModel,
    messages: [...said, { role: 'user', content: question }],
    ...(Object.keys(chosen).length > 0 && { parlance: chosen }),
  };
}
