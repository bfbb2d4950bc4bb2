import { ageBands } from '@parlance/charter';
import { type ComponentChildren, type JSX } from 'preact';
import { sectorName } from '../register/value-names.ts';
import { type TransparencyContext } from './transparency-context.ts';
import { type InstructionsFacts } from './transparency-facts.ts';
import { renderTransparency } from './transparency-frame.tsx';

/** `GET /transparency/instructions`: what a model is told, layer by layer. */
export function instructionsPage(context: TransparencyContext, facts: InstructionsFacts): string {
  const words = context.interfaceText.transparency;
  const { sector, language: answers, age } = facts;
  const children = (
    <>
      <Choices context={context} facts={facts} />
      {!facts.isModelConnected && <p>{words['no-model']}</p>}
      {facts.layers.map((layer) => (
        <Layer key={layer.name} layer={layer} context={context} />
      ))}
    </>
  );
  return renderTransparency({
    context,
    title: words['instructions.title'],
    lead: words['instructions.lead'],
    path: '/transparency/instructions',
    query: { sector, answers, age },
    children,
  });
}

function Choices({ context, facts }: { readonly context: TransparencyContext; readonly facts: InstructionsFacts }): JSX.Element {
  const { interfaceText: text, language, languages } = context;
  const words = text.transparency;
  const nameOf = (code: string): string => languages.find((each) => each.code === code)?.name ?? code;
  return (
    <form class="card choose" method="get" action="/transparency/instructions">
      <input type="hidden" name="lang" value={language} />
      <Choice name="sector" label={words.sector}>
        {facts.sectors.map((each) => (
          <option key={each} value={each} selected={each === facts.sector}>
            {sectorName(each, context.interfaceText.register)}
          </option>
        ))}
      </Choice>
      <Choice name="answers" label={words['answer-language']}>
        {facts.languages.map((each) => (
          <option key={each} value={each} lang={each} selected={each === facts.language}>
            {nameOf(each)}
          </option>
        ))}
      </Choice>
      <Choice name="age" label={words['reader-age']}>
        {ageBands.map((each) => (
          <option key={each} value={each} selected={each === facts.age}>
            {text.study.ages[each]}
          </option>
        ))}
      </Choice>
      <p>
        <button class="button" type="submit">
          {words.show}
        </button>
      </p>
    </form>
  );
}

function Choice({ name, label, children }: { readonly name: string; readonly label: string; readonly children: ComponentChildren }) {
  return (
    <p>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {children}
      </select>
    </p>
  );
}

interface LayerProperties {
  readonly layer: InstructionsFacts['layers'][number];
  readonly context: TransparencyContext;
}

function Layer({ layer, context }: LayerProperties): JSX.Element {
  const words = context.interfaceText.transparency;
  return (
    <section class="layer" aria-labelledby={`layer-${layer.name}`} data-instructs={layer.instructs}>
      <h2 id={`layer-${layer.name}`}>{words[`layers.${layer.name}`]}</h2>
      <p>
        <span class="manner" data-manner={layer.instructs ? 'code' : 'measured'}>
          {layer.instructs ? words['has-authority'] : words['no-authority']}
        </span>
      </p>
      {layer.name === 'knowledge' && <p>{words['knowledge-hint']}</p>}
      {layer.text !== '' && (
        <div class="layer-text" lang={layer.instructs ? 'en' : undefined} dir={layer.instructs ? 'ltr' : undefined}>
          {layer.text.split('\n').map((line, place) => (
            <p key={place} dir="auto">
              {line}
            </p>
          ))}
        </div>
      )}
      <p class="small">
        {words.digest}: <code dir="ltr">{layer.digest}</code>
      </p>
    </section>
  );
}
