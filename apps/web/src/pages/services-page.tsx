import { pageAddress } from '../page-address.ts';
import { type ServicesContext } from '../service-context.ts';
import { renderPage } from './page.tsx';

/** `GET /services`: every card that there is. */
export function servicesPage(context: ServicesContext): string {
  const { interfaceText: text, services, isUnknown } = context;
  const children = (
    <div class="column">
      <h1>{text.services.title}</h1>
      <p class="lead">{text.services.lead}</p>
      {isUnknown && (
        <p class="ending" role="alert">
          {text.services.unknown}
        </p>
      )}
      <ul class="card-names">
        {services.map(({ id, title }) => (
          <li key={id}>
            <a href={pageAddress(`/services/${id}`, context.language)} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
  return renderPage({ context, title: text.services.title, path: '/services', children });
}
