import { type MessageDefinition } from '../message.ts';

/**
 * What stands where something was left out, and its numbered note. No slot could hold the text that was left out (S11).
 * Fields are parted by a middle dot, so that a rationale or an address may end as it likes. Only the note for law says law (R3).
 */
export const omissionMessages = {
  'omission.marker': {
    required: ['number', 'type'],
    optional: [],
    wording: {
      ar: '{$number}: حُذف هنا: {$type}',
      en: '{$number}: left out, {$type}',
      es: '{$number}: omitido: {$type}',
      fr: '{$number} : omis, {$type}',
      ru: '{$number}: пропущено: {$type}',
      zh: '{$number}：已略去：{$type}',
    },
  },
  'omission.notice': {
    required: ['number', 'type', 'cause', 'rationale'],
    optional: ['instrument', 'article', 'authority', 'since', 'redress'],
    wording: {
      ar: `.input {$redress :string}
.match $redress
|| {{{$number}: حُذف: {$type} · السبب: {$cause} · التعليل: {$rationale}}}
*  {{{$number}: حُذف: {$type} · السبب: {$cause} · التعليل: {$rationale} · للاعتراض: {$redress}}}`,
      en: `.input {$redress :string}
.match $redress
|| {{{$number}: left out: {$type} · cause: {$cause} · reason: {$rationale}}}
*  {{{$number}: left out: {$type} · cause: {$cause} · reason: {$rationale} · to object: {$redress}}}`,
      es: `.input {$redress :string}
.match $redress
|| {{{$number}: omitido: {$type} · causa: {$cause} · motivo: {$rationale}}}
*  {{{$number}: omitido: {$type} · causa: {$cause} · motivo: {$rationale} · para reclamar: {$redress}}}`,
      fr: `.input {$redress :string}
.match $redress
|| {{{$number} : omis : {$type} · cause : {$cause} · raison : {$rationale}}}
*  {{{$number} : omis : {$type} · cause : {$cause} · raison : {$rationale} · pour contester : {$redress}}}`,
      ru: `.input {$redress :string}
.match $redress
|| {{{$number}: пропущено: {$type} · причина: {$cause} · обоснование: {$rationale}}}
*  {{{$number}: пропущено: {$type} · причина: {$cause} · обоснование: {$rationale} · возразить: {$redress}}}`,
      zh: `.input {$redress :string}
.match $redress
|| {{{$number}：已略去：{$type} · 起因：{$cause} · 理由：{$rationale}}}
*  {{{$number}：已略去：{$type} · 起因：{$cause} · 理由：{$rationale} · 提出异议：{$redress}}}`,
    },
  },
  'omission.notice.law': {
    required: ['number', 'type', 'instrument', 'article', 'authority', 'rationale', 'redress'],
    optional: ['since'],
    wording: {
      ar: `.input {$since :string}
.match $since
|| {{{$number}: حُذف بمقتضى القانون: {$type} · {$instrument}، {$article} · السلطة: {$authority} · التعليل: {$rationale} · للاعتراض: {$redress}}}
*  {{{$number}: حُذف بمقتضى القانون: {$type} · {$instrument}، {$article} · ساري منذ: {$since} · السلطة: {$authority} · التعليل: {$rationale} · للاعتراض: {$redress}}}`,
      en: `.input {$since :string}
.match $since
|| {{{$number}: left out because of law: {$type} · {$instrument}, {$article} · authority: {$authority} · reason: {$rationale} · to object: {$redress}}}
*  {{{$number}: left out because of law: {$type} · {$instrument}, {$article} · in force since {$since} · authority: {$authority} · reason: {$rationale} · to object: {$redress}}}`,
      es: `.input {$since :string}
.match $since
|| {{{$number}: omitido por ley: {$type} · {$instrument}, {$article} · autoridad: {$authority} · motivo: {$rationale} · para reclamar: {$redress}}}
*  {{{$number}: omitido por ley: {$type} · {$instrument}, {$article} · en vigor desde: {$since} · autoridad: {$authority} · motivo: {$rationale} · para reclamar: {$redress}}}`,
      fr: `.input {$since :string}
.match $since
|| {{{$number} : omis en raison de la loi : {$type} · {$instrument}, {$article} · autorité : {$authority} · raison : {$rationale} · pour contester : {$redress}}}
*  {{{$number} : omis en raison de la loi : {$type} · {$instrument}, {$article} · en vigueur depuis : {$since} · autorité : {$authority} · raison : {$rationale} · pour contester : {$redress}}}`,
      ru: `.input {$since :string}
.match $since
|| {{{$number}: пропущено по закону: {$type} · {$instrument}, {$article} · орган: {$authority} · обоснование: {$rationale} · возразить: {$redress}}}
*  {{{$number}: пропущено по закону: {$type} · {$instrument}, {$article} · действует с: {$since} · орган: {$authority} · обоснование: {$rationale} · возразить: {$redress}}}`,
      zh: `.input {$since :string}
.match $since
|| {{{$number}：依法略去：{$type} · {$instrument}，{$article} · 主管机关：{$authority} · 理由：{$rationale} · 提出异议：{$redress}}}
*  {{{$number}：依法略去：{$type} · {$instrument}，{$article} · 生效日期：{$since} · 主管机关：{$authority} · 理由：{$rationale} · 提出异议：{$redress}}}`,
    },
  },
} as const satisfies Readonly<Record<string, MessageDefinition>>;
