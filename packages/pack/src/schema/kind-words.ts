/** What a kind of file is for, and which files of a pack are of that kind. */
export interface KindWords {
  readonly title: string;
  readonly description: string;
  /** For the settings of an editor, relative to the folder of the pack. */
  readonly files: string;
}

const words: Readonly<Record<string, KindWords>> = {
  manifest: { files: 'pack.yaml', title: 'Pack', description: 'Country, version, languages, issuer, standing and offices of a pack.' },
  safety: { files: 'safety.yaml', title: 'Safety numbers', description: 'Emergency and help numbers, each with its official source.' },
  privacy: {
    files: 'privacy.yaml',
    title: 'Privacy',
    description: 'Personal data to recognise and to keep at home, and how long anything is kept.',
  },
  locale: { files: 'locale/*.yaml', title: 'Locale', description: 'How one language is written and how answers in it sound.' },
  terminology: {
    files: 'terminology/*.csv',
    title: 'Terminology',
    description: 'Official words of one language: the lines of the file, after the first.',
  },
  restriction: {
    files: 'restrictions/*.yaml',
    title: 'Restriction',
    description: 'What a law requires to be left out, and how readers are told.',
  },
  addition: { files: 'additions/*.yaml', title: 'Addition', description: 'What a law requires to be added to an answer, and when.' },
  service: {
    files: 'services/*.yaml',
    title: 'Service card',
    description: 'A service: what people ask about it, and facts with their sources.',
  },
  handover: {
    files: 'handover/*.yaml',
    title: 'Hand-over to a person',
    description: 'How the people of one office are reached: by telephone, in writing, in person or online, and when.',
  },
  passage: {
    files: 'knowledge/*/*.md',
    title: 'Passage',
    description: 'Prose that may be quoted: the front matter of the file, and its text.',
  },
  curriculum: { files: 'curriculum/*.json', title: 'Curriculum', description: 'What is to be learnt, in the terms of CASE 1.1.' },
  sector: { files: 'sectors/*.yaml', title: 'Sector', description: 'An area of use, its knobs and its service cards.' },
  notices: {
    files: 'notices/*.yaml',
    title: 'Notices',
    description: "The charter's messages in one language, in Unicode MessageFormat 2.",
  },
  interface: {
    files: 'interface/*.yaml',
    title: 'Words of the pages',
    description: 'What the pages say beside the notices, in one language.',
  },
  cases: {
    files: 'evals/*.yaml',
    title: 'Cases',
    description: 'Questions with the card, the help or the honest "not known" that has to answer them.',
  },
};

/** A kind that nobody has described yet goes by its name. */
export function kindWords(kind: string, folder: string): KindWords {
  return words[kind] ?? { files: folder === '' ? `${kind}.yaml` : `${folder}/**`, title: kind, description: '' };
}
