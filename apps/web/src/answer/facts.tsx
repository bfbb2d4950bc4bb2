import { type ParlanceObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { Fact } from './fact.tsx';

/** Who answered, where, under which pack and charter, and what left the country. */
export function Facts({ text, parlance }: { readonly text: InterfaceText; readonly parlance: ParlanceObject }): JSX.Element {
  const { answered_by: by, pack, charter, egress, layers } = parlance;
  const classes = Object.entries(egress.classes).filter(([, count]) => count > 0);
  return (
    <details class="facts">
      <summary>
        {text.factsHeading}
        <span class="small">
          <bdi>{by.model}</bdi> · <bdi>{`${pack.id} ${pack.version}`}</bdi>
        </span>
      </summary>
      <dl>
        <Fact name={text.answeredBy}>
          {by.model} ({by.upstream}){by.fallback_from !== null && `, ${text.insteadOf} ${by.fallback_from}`}
        </Fact>
        <Fact name={text.answeredIn}>{by.jurisdiction ?? text.unknownPlace}</Fact>
        <Fact name={text.replacedBeforeSending}>
          {classes.length === 0 ? text.nothingReplaced : classes.map(([name, count]) => `${name} × ${count}`).join(', ')}
        </Fact>
        <Fact name={text.packLabel}>
          {pack.id} {pack.version}
        </Fact>
        <Fact name={text.charter}>{charter.version}</Fact>
      </dl>
      <h3>{text.layers}</h3>
      <dl class="digests">
        {[{ name: `${pack.id} ${pack.version}`, digest: pack.digest }, ...layers].map(({ name, digest }) => (
          <Fact key={name} name={name}>
            <code>{digest}</code>
          </Fact>
        ))}
      </dl>
    </details>
  );
}
