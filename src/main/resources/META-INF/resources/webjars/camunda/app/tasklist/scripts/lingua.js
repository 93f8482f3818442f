/*
 * The web apps speak the first language of the browser and let nobody choose another. Here they
 * speak Italian, until somebody asks for English in the header; the choice stays in this browser.
 *
 * Loaded by all four web apps (customScripts in their scripts/config.js) before they start. Uses the
 * public services of AngularJS and angular-translate; without them the browser's language counts.
 */
import { app, lingua, moment, SCELTA, webapp } from './comune.js';

const POSTO = '<li engine-select></li>';
const ALTRA = { it: { codice: 'en', nome: 'English' }, en: { codice: 'it', nome: 'Italiano' } }[lingua];

/**
 * The words before the web app starts: its own loader fetches them meanwhile, and whatever is asked
 * for too early, the title of the page for one, shows the key instead. It would also keep the words
 * of the last version for one more visit.
 */
async function parole() {
  const risposta = await fetch(`${webapp}/app/${app}/locales/${lingua}.json`);
  if (!risposta.ok) {
    throw new Error(risposta.status);
  }
  const { labels, dateLocales } = await risposta.json();
  if (moment && dateLocales) {
    if (moment.locales().includes(lingua)) {
      moment.updateLocale(lingua, dateLocales);
    } else {
      moment.defineLocale(lingua, dateLocales);
    }
  }
  return $translateProvider => $translateProvider.translations(lingua, labels);
}

/** Both languages are complete: a fallback in the other one would only mix up the dates of the two. */
function parla($translateProvider) {
  $translateProvider.preferredLanguage(lingua).fallbackLanguage(lingua);
}

/** The other language, in its own words; and the names of the web apps, which are fixed in their code. */
function intestazione($delegate) {
  $delegate[0].template = $delegate[0].template
    .replace(POSTO, `${POSTO}
      <li class="lingua"><button type="button" lang="${ALTRA.codice}" data-lingua="${ALTRA.codice}">${ALTRA.nome}</button></li>`)
    .replace('{{ app.label }}', "{{ ((appName | uppercase) + '_APP') | translate }}");
  return $delegate;
}

function scegli(evento) {
  const bottone = evento.target.closest('[data-lingua]');
  if (bottone) {
    localStorage.setItem(SCELTA, bottone.dataset.lingua);
    location.reload();
  }
}

// the page says it is English: a screen reader would read it so
document.documentElement.lang = lingua;
try {
  const modulo = window.angular.module('cam.' + app)
    .config(['$translateProvider', parla])
    .config(['$provide', $provide => $provide.decorator('camWidgetHeaderDirective', ['$delegate', intestazione])]);
  document.addEventListener('click', scegli);
  modulo.config(['$translateProvider', await parole()]);
} catch (e) {
  console.warn('lingua.js non è attivo:', e.message);
}
