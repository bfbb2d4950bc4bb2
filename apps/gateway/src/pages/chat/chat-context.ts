import { spokenLanguages } from '@parlance/pack';
import { type ChatContext } from '@parlance/web';
import { type Gateway } from '../../gateway.ts';
import { answerWords } from '../answer-words.ts';
import { knownWords } from '../known-words.ts';
import { pageContext } from '../page-context.ts';
import { type ConversationForm } from './conversation-form.ts';

interface ChatPlace {
  readonly language: string;
  /** The reader's browser asks for others, of which the pages have none. */
  readonly isUnspoken?: boolean;
  /** For what is asked next. */
  readonly ticket: string;
  readonly phrases: string | null;
}

/** What a page of the conversation shows, from what its form brought along. */
export function chatContext(
  gateway: Gateway,
  form: ConversationForm,
  { language, isUnspoken = false, ticket, phrases }: ChatPlace,
): ChatContext {
  const { country } = gateway;
  return {
    ...pageContext(gateway, language),
    words: answerWords(country.words(language)),
    isUnspoken,
    earlier: form.earlier,
    known: knownWords(country),
    passedOn: form.passedOn,
    next: form.number,
    left: form.left,
    choices: form.choices,
    scripts: scriptsOf(gateway, language),
    ticket,
    phrases,
    draft: '',
    notAsked: null,
    help: [],
    downSince: gateway.upstream.downSince?.()?.toISOString() ?? null,
  };
}

function scriptsOf({ country }: Gateway, language: string): ChatContext['scripts'] {
  const names = new Intl.DisplayNames([language], { type: 'script' });
  return (spokenLanguages(country.pack).scripts?.get(language) ?? []).map((code) => ({ code, name: names.of(code) ?? code }));
}
