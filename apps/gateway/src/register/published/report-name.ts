import { reportLanguages } from '@parlance/web';

/** Folder in the data folder of what is published. */
export const reportsFolder = 'reports';

const forms = ['html', 'json', 'csv', 'pdf'] as const;
type ReportForm = (typeof forms)[number];

export interface ReportName {
  readonly month: string;
  readonly form: ReportForm;
  readonly language: string;
}

/** `2026-10.json`, `2026-10.csv`, `2026-10.et.html`, `2026-10.et.pdf`: data are in English alone. */
const pattern = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:\.([a-z]{2}))?\.(html|json|csv|pdf)$/;

/** What a file of the folder is, which has the same name in its address. Null: it is nothing that was published, and nobody is given it. */
export function readReportName(name: string): ReportName | null {
  const [, month, said, ending] = pattern.exec(name) ?? [];
  const form = forms.find((each) => each === ending);
  if (month === undefined || form === undefined) return null;
  if (form === 'json' || form === 'csv') return said === undefined ? { month, form, language: 'en' } : null;
  const language = reportLanguages.find((each) => each === said);
  return language === undefined ? null : { month, form, language };
}

export function reportName({ month, form, language }: ReportName): string {
  return form === 'json' || form === 'csv' ? `${month}.${form}` : `${month}.${language}.${form}`;
}
