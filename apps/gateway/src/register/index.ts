export { reportPage } from '@parlance/web';
export { rebuildRegister, type RebuiltRegister } from './rebuild-register.ts';
export { type CollectedMonth, collectMonth } from './report/collect-month.ts';
export { makeReport } from './report/make-report.ts';
export { findChromium, printPdf } from './report/print-pdf.ts';
export { reportCsv } from './report/report-csv.ts';
export { reportText } from './report/report-text.ts';
export { fetched, folderSource, type TreeSource, webSource } from './report/tree-source.ts';
export { registerSettings } from './register-settings.ts';
