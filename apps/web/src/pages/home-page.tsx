import { type PageContext } from '../page-context.ts';
import { renderPage } from './page.tsx';
import { QuestionForm } from './question-form.tsx';
import { SafetyList } from './safety-list.tsx';

/** `GET /`. */
export function homePage(context: PageContext): string {
  const text = context.interfaceText;
  const children = (
    <div class="home column">
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <QuestionForm context={context} text={text} />
      <section class="promises" aria-labelledby="promises-heading">
        <h2 id="promises-heading">{text.promisesHeading}</h2>
        <ul>
          {text.promises.map((promise) => (
            <li key={promise.title}>
              <h3>{promise.title}</h3>
              <p>{promise.text}</p>
            </li>
          ))}
        </ul>
      </section>
      <SafetyList heading={text.emergencyHeading} level="h2" resources={context.safety} />
    </div>
  );
  return renderPage({ context, title: '', path: '/', children });
}
