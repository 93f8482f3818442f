/*
 * There is one login, /accesso. The web apps know only their own, #/login, which is closed:
 * after "Esci", and when the session has run out, they would show a form that lets nobody in.
 * Loaded by all four web apps (customScripts in their scripts/config.js).
 */
import { radice } from './comune.js';

const accesso = radice + '/accesso';

function portaUnica() {
  if (/^#!?\/login\b/.test(location.hash)) {
    location.replace(accesso);
  }
}

addEventListener('hashchange', portaUnica);
addEventListener('popstate', portaUnica);
portaUnica();
