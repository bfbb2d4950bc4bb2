import { type InterfaceId } from '@parlance/charter';
import { type ServicesText } from './services-text.ts';

export function translatedServices(base: ServicesText, say: (id: InterfaceId, otherwise: string) => string): ServicesText {
  return {
    title: say('services.title', base.title),
    lead: say('services.lead', base.lead),
    wholeCard: say('services.whole-card', base.wholeCard),
    beside: say('services.beside', base.beside),
    alone: say('services.alone', base.alone),
    unknown: say('services.unknown', base.unknown),
    ask: say('services.ask', base.ask),
  };
}
