import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** Judges HTML by the standard and by what makes it accessible. */
export const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // A file of the site itself is as trustworthy as the page that names it; one of another host would need a hash.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);
