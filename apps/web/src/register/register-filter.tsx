import { type JSX } from 'preact';
import { pageAddress } from '../page-address.ts';
import { type RegisterContext, registerFacets, registerPath } from './register-context.ts';

/** The filter is a plain form: what is chosen stands in the address. */
export function RegisterFilter({ context }: { readonly context: RegisterContext }): JSX.Element {
  const { language, choice, options } = context;
  const say = context.interfaceText.register;
  return (
    <form class="card filter" action={registerPath} method="get" aria-labelledby="filter">
      <h2 id="filter">{say('filter')}</h2>
      <input type="hidden" name="lang" value={language} />
      {registerFacets.map((facet) => (
        <p key={facet}>
          <label for={`filter-${facet}`}>{say(facet)}</label>
          <select id={`filter-${facet}`} name={facet}>
            <option value="">{say('any')}</option>
            {options[facet].map(({ value, label }) => (
              <option key={value} value={value} selected={choice[facet] === value}>
                {label}
              </option>
            ))}
          </select>
        </p>
      ))}
      <button class="primary" type="submit">
        {say('show')}
      </button>
      <p>
        <a href={pageAddress(registerPath, language)}>{say('everything')}</a>
      </p>
    </form>
  );
}
