import { type JSX } from 'preact';
import { type ChatContext } from '../chat-context.ts';

/** The first is what the pack says, and no wish of the reader. */
const levels = ['standard', 'plain', 'easy'] as const;

/** What there is to choose, and what was chosen. */
type Choosing = Pick<ChatContext, 'interfaceText' | 'choices' | 'scripts' | 'answeredBy'>;

/** How the answer is to be written, one tap away. */
export function ReaderChoice({ context }: { readonly context: Choosing }): JSX.Element | null {
  const { chat } = context.interfaceText;
  const { choices, scripts } = context;
  // Cards are told as they are written: no simpler version of them is there to choose.
  const hasLevels = context.answeredBy !== '';
  const chosen = choices.level ?? 'standard';
  if (!hasLevels && scripts.length <= 1) return null;
  return (
    <div class="reader">
      {hasLevels && (
        <fieldset class="levels">
          <legend>{chat.readingLevel}</legend>
          {levels.map((level) => (
            <Choice
              key={level}
              name="level"
              value={level === 'standard' ? '' : level}
              label={chat.levels[level]}
              isChosen={chosen === level}
            />
          ))}
        </fieldset>
      )}
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
