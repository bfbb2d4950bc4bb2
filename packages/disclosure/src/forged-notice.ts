import { charterRules } from '@parlance/charter';
import { type OmitRule } from './rule.ts';

/** The charter's rule against forged notices: a model cannot write Parlance's brackets, nor the pair that looks the same. */
export function forgedNoticeRule(charterVersion: string): OmitRule {
  return {
    kind: 'omit',
    id: charterRules['forged-notice'].id,
    version: charterVersion,
    cause: 'charter',
    type: 'forged-notice',
    matcher: { patterns: ['[⟦⟧〚〛]'] },
    rationale: {
      en: 'The text looked like a notice of this service but was not one.',
      et: 'Tekst nägi välja nagu selle teenuse teade, kuid ei olnud seda.',
      ru: 'Текст был похож на уведомление этой службы, но им не являлся.',
      de: 'Der Text sah aus wie ein Hinweis dieses Dienstes, war aber keiner.',
      fr: 'Le texte ressemblait à un avis de ce service mais n’en était pas un.',
      es: 'El texto parecía un aviso de este servicio, pero no lo era.',
      ar: 'بدا النص كأنه إشعار من هذه الخدمة لكنه لم يكن كذلك.',
      zh: '该文字看似本服务的提示，但并不是。',
    },
  };
}
