export { createAnswerEncoder, type AnswerEncoder } from './answer/answer-encoder.ts';
export { type AnswerWords } from './answer/answer-words.ts';
export { interfaceIn, translatedInterface, type InterfaceText, type Translate } from './interface/index.ts';
export {
  type PageContext,
  type PageFault,
  type QuestionKind,
  type RuleIssue,
  type RuleResult,
  type Speed,
  type TryContext,
  type VerifyContext,
} from './page-context.ts';
export { answerPageEnd, answerPageStart } from './pages/answer-page.tsx';
export { errorPage } from './pages/error-page.tsx';
export { homePage } from './pages/home-page.tsx';
export { rulePage, tryAnswerEnd, tryAnswerStart, tryPage } from './pages/try-page.tsx';
export { verifyPage } from './pages/verify-page.tsx';
export { browserScripts, type BrowserScripts } from './browser-scripts.ts';
export { styleSheetUrl } from './style-sheet.ts';
