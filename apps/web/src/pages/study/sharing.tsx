import { type JSX } from 'preact';
import { askForm } from '../../answer/earlier-turn.ts';
import { type StudyContext } from '../../study-context.ts';

interface SharingProperties {
  readonly context: StudyContext;
  readonly hasTurn: boolean;
}

/** Nothing is shared but by the learner's own hand: the page says so, and gives them the text. */
export function Sharing({ context, hasTurn }: SharingProperties): JSX.Element {
  const { study } = context.interfaceText;
  return (
    <section aria-labelledby="sharing-heading">
      <h2 id="sharing-heading">{study.shareHeading}</h2>
      <p>{study.share}</p>
      {(hasTurn || context.earlier.length > 0) && (
        <p>
          <button type="submit" class="action" form={askForm} name="act" value="text" formNoValidate formaction="/study#copied">
            {study.asText}
          </button>
        </p>
      )}
      {context.copied !== null && (
        <>
          <label for="copied">{study.textLabel}</label>
          <textarea id="copied" readOnly rows={12} dir="auto" defaultValue={context.copied} />
        </>
      )}
    </section>
  );
}
