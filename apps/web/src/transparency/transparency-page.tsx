import { charterPage } from './charter-page.tsx';
import { comparePage } from './compare-page.tsx';
import { instructionsPage } from './instructions-page.tsx';
import { overviewPage } from './overview-page.tsx';
import { driftPage } from '../register/drift-page.tsx';
import { reportsPage } from '../register/reports-page.tsx';
import { packPage } from './pack-page.tsx';
import { packsPage } from './packs-page.tsx';
import { purposesPage } from './purposes-page.tsx';
import { systemPage } from './system-page.tsx';
import { type TransparencyContext, type TransparencyView } from './transparency-context.ts';

/** Any page on transparency, from its facts. */
export function transparencyPage(context: TransparencyContext, view: TransparencyView): string {
  switch (view.kind) {
    case 'overview':
      return overviewPage(context, view.facts);
    case 'charter':
      return charterPage(context, view.facts);
    case 'packs':
      return packsPage(context, view.facts);
    case 'pack':
      return packPage(context, view.facts);
    case 'compare':
      return comparePage(context, view.facts);
    case 'instructions':
      return instructionsPage(context, view.facts);
    case 'purposes':
      return purposesPage(context, view.facts);
    case 'drift':
      return driftPage(context, view);
    case 'reports':
      return reportsPage(context, view.facts);
    case 'system':
      return systemPage(context, view.facts);
  }
}
