/** The one style sheet of the pages, to be served as `/assets/parlance.css`. It stands beside `src` and `dist`, so that both find it. */
export const styleSheetUrl = new URL('../public/parlance.css', import.meta.url);
