/*
 * What the scripts of the four web apps share. It must not fail: a web app of which one script
 * cannot be loaded does not start.
 */
const base = document.querySelector('base');

/** Which web app this is: tasklist, cockpit, admin, welcome. */
export const app = base.getAttribute('app-name');

/** Where the web apps are, without a slash at the end. */
export const webapp = base.getAttribute('app-root');

/** Where the application is, without a slash at the end. */
export const radice = webapp.replace(/\/camunda$/, '');

/** The language: Italian, unless this browser has chosen English. */
export const SCELTA = 'cronoprogramma.lingua';
export const lingua = localStorage.getItem(SCELTA) === 'en' ? 'en' : 'it';

function trovaMoment() {
  try {
    return window.moment || window.angular.injector(['ng', 'angularMoment']).get('moment');
  } catch (e) {
    return null;
  }
}

/** The web app's own Moment, if it has one: Welcome shows no dates. */
export const moment = app === 'welcome' ? null : trovaMoment();
