import { pageAddress, type RuleNames, transparencyPage } from '@parlance/web';
import { driftNow } from '../../register/drift/drift-now.ts';
import { monthsOf } from '../../register/drift/make-drift.ts';
import { keptView } from '../../register/list/register-view.ts';
import { sendFault } from '../../routes/send-fault.ts';
import { answerWords } from '../answer-words.ts';
import { registerLabels } from '../register/register-labels.ts';
import { sendPage } from '../send-page.ts';
import { contextOf, tell, type TransparencyVisit } from './transparency-visit.ts';

/** `GET /transparency/drift?month=2026-11`: a month beside its past; without a month the newest. A month that the log cannot tell of is answered with the newest, and said. */
export async function tellDrift(visit: TransparencyVisit): Promise<void> {
  const { gateway, form } = visit;
  const now = await keptView(gateway.store.register).now();
  const month = monthsOf(now).find((each) => each === form.month) ?? null;
  const isStrange = form.month !== '' && month === null;
  if (isStrange && form.format === 'json') {
    await sendFault(visit.reply, {
      code: 'invalid_request',
      message: 'month: the log has no answers of it that can be told',
      param: 'month',
    });
    return;
  }
  const view = { kind: 'drift', facts: driftNow(now)(month), isStrange, names: ruleNames(visit) } as const;
  if (isStrange) await sendPage(visit.reply, transparencyPage(contextOf(visit), view), { status: 400 });
  else await tell(visit, view);
}

function ruleNames(visit: TransparencyVisit): RuleNames {
  const { gateway, language } = visit;
  const { pack } = gateway.country;
  const label = registerLabels(contextOf(visit).interfaceText, answerWords(gateway.country.words(language)), new Map());
  const ids = new Set([...pack.restrictions, ...pack.additions].map(({ id }) => id));
  const page = pageAddress(`/transparency/packs/${pack.digest}`, language);
  return {
    typeName: (type) => label('type', type),
    packPage: (rule) => (ids.has(rule) ? `${page}#${encodeURIComponent(rule)}` : null),
  };
}
