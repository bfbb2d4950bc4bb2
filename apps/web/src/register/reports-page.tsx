import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { type TransparencyContext } from '../transparency/transparency-context.ts';
import { renderTransparency } from '../transparency/transparency-frame.tsx';
import { type PublishedFile, type PublishedMonth, type ReportsFacts } from './published-reports.ts';
import { languageName, monthName } from './value-names.ts';

const reportsPath = '/transparency/reports';

/** `GET /transparency/reports`: the reports that the operator has published, how to cite one, and how anybody makes the same. */
export function reportsPage(context: TransparencyContext, facts: ReportsFacts): string {
  const say = context.interfaceText.register;
  const newest = facts.reports[0]?.month;
  const [page] = pagesFirst(facts.reports[0]?.files ?? [], context.language);
  const html = page === undefined || page.language === 'en' ? '--html' : `--html --language ${page.language}`;
  const children = (
    <>
      {newest === undefined && (
        <section class="card">
          <p role="status">{say('reports.none')}</p>
          <p>
            <Command text="node apps/cli/bin/parlance.mjs report --month <month> --publish" />
          </p>
        </section>
      )}
      {facts.reports.map((report) => (
        <Month key={report.month} report={report} site={facts.site} context={context} />
      ))}
      <section class="card" aria-labelledby="again">
        <h2 id="again">{say('reports.again')}</h2>
        <p>{say('reports.again-hint')}</p>
        <ul class="plain">
          {[html, '--json', '--csv'].map((form) => (
            <li key={form}>
              <Command text={`node apps/cli/bin/parlance.mjs report --month ${newest ?? '<month>'} --log ${facts.site}/log ${form}`} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
  return renderTransparency({ context, title: say('reports.title'), lead: say('reports.lead'), path: reportsPath, children });
}

/** Not `npx parlance`: outside a copy of the source that would fetch a stranger's package of this name. */
function Command({ text }: { readonly text: string }): JSX.Element {
  return <code dir="ltr">{text}</code>;
}

interface MonthProperties {
  readonly report: PublishedMonth;
  readonly site: string;
  readonly context: TransparencyContext;
}

function Month({ report: { month, heads, files }, site, context }: MonthProperties): JSX.Element {
  const { interfaceText: text, language } = context;
  const say = text.register;
  const id = `month-${month}`;
  const inOrder = pagesFirst(files, language);
  const [cited] = inOrder;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{monthName(month, text.language)}</h2>
      <ul class="files">
        {inOrder.map((file) => (
          <li key={file.name}>
            <FileLink file={file} context={context} />
          </li>
        ))}
      </ul>
      <dl>
        {(heads ?? []).map(({ log, size, root }) => (
          <Fact key={log} name={say('reports.tree')}>
            {say('made', { log, size })} <code dir="ltr">{root}</code>
          </Fact>
        ))}
        {heads === null && <Fact name={say('reports.tree')}>{text.transparency.unknown}</Fact>}
        {cited !== undefined && (
          <Fact name={say('reports.cite')}>
            <bdi>{`${say('reports.one')}, ${monthName(month, text.language)}`}</bdi>
            {'. '}
            <code dir="ltr">{citation({ cited, heads, site })}</code>
          </Fact>
        )}
      </dl>
      <details>
        <summary>{say('reports.digests')}</summary>
        <ul class="plain">
          {files.map(({ name, sha256 }) => (
            <li key={name}>
              <code dir="ltr">{`${sha256}  ${name}`}</code>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function FileLink({
  file: { name, form, language, bytes },
  context,
}: {
  readonly file: PublishedFile;
  readonly context: TransparencyContext;
}) {
  const { language: own } = context.interfaceText;
  const size = new Intl.NumberFormat(own, { maximumFractionDigits: 0 }).format(Math.ceil(bytes / 1024));
  return (
    <>
      <a href={`${reportsPath}/${name}`} hreflang={language}>{`${languageName(language, own)}, ${form.toUpperCase()}`}</a>{' '}
      <bdi class="small">{`${size} KiB`}</bdi>
    </>
  );
}

/** The page in the language of the reader, then the English one, then all others. */
function pagesFirst(files: readonly PublishedFile[], language: string): readonly PublishedFile[] {
  const place = (file: PublishedFile): number => {
    if (file.form !== 'html') return 3;
    if (file.language === language) return 0;
    return file.language === 'en' ? 1 : 2;
  };
  return files.toSorted((left, right) => place(left) - place(right));
}

interface Cited {
  readonly cited: PublishedFile;
  readonly heads: PublishedMonth['heads'];
  readonly site: string;
}

/** What stays the same wherever it is cited: the tree, the address and the bytes. */
function citation({ cited, heads, site }: Cited): string {
  const trees = (heads ?? []).map(({ log, size, root }) => `${log} ${size} ${root}`);
  return [...trees, `${site}${reportsPath}/${cited.name}`, `SHA-256 ${cited.sha256}`].join('; ');
}
