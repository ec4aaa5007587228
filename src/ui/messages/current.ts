import { browser } from 'wxt/browser';
import { messagesFor } from './choose';

// `?lang=` lets a test see a language that its browser does not run in.
const asked = new URLSearchParams(location.search).get('lang');

/** The messages of this page. Chosen once: Chrome changes its language only with a restart. */
export const t = messagesFor(asked ?? browser.i18n.getUILanguage());
