import { type JSX } from 'preact';
import { type ChatContext } from '../chat-context.ts';

const levels = ['standard', 'plain', 'easy'] as const;

/** What there is to choose, and what was chosen. */
type Choosing = Pick<ChatContext, 'interfaceText' | 'choices' | 'scripts'>;

/** How the answer is to be written, one tap away. */
export function ReaderChoice({ context }: { readonly context: Choosing }): JSX.Element {
  const { chat } = context.interfaceText;
  const { choices, scripts } = context;
  return (
    <div class="reader">
      <fieldset class="levels">
        <legend>{chat.readingLevel}</legend>
        {levels.map((level) => (
          <Choice key={level} name="level" value={level} label={chat.levels[level]} isChosen={choices.level === level} />
        ))}
      </fieldset>
      {scripts.length > 1 && (
        <fieldset class="scripts">
          <legend>{chat.script}</legend>
          {scripts.map(({ code, name }) => (
            <Choice key={code} name="script" value={code} label={name} isChosen={choices.script === code} />
          ))}
        </fieldset>
      )}
    </div>
  );
}

interface ChoiceProperties {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

function Choice({ name, value, label, isChosen }: ChoiceProperties): JSX.Element {
  return (
    <label class="choice">
      <input type="radio" name={name} value={value} checked={isChosen} />
      {label}
    </label>
  );
}
