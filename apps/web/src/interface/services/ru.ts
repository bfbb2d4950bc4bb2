import { type ServicesText } from './services-text.ts';

export const ruServices: ServicesText = {
  title: 'Услуги',
  lead: 'Что здесь известно о каждой услуге, факт за фактом, со страницей, где это прочитано, и днём.',
  wholeCard: 'Вся карточка',
  beside: 'Рядом на языке',
  alone: 'Только на этом языке',
  unknown: 'Карточки с таким названием нет. Вот все, что есть.',
  ask: 'Спросить об этом',
};
