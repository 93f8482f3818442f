/*
 * Terms end at midnight in Rome: the web apps show and read every date in Rome's time, wherever the
 * browser is, and write it as in Italy. By themselves they use the browser's zone and their own format.
 *
 * Dates go through Moment, which leaves the zone to whoever sets its hook updateOffset; the rules of
 * Rome are the browser's (moment-timezone would bring 730 KB of them, or end in 2030). The formats
 * are those of scripts/config.js, which only Tasklist reads. Uses the public services of AngularJS
 * and Moment; without them the browser's zone counts, and the foot of the page says so.
 */
import { app, lingua, moment } from './comune.js';

const FUSO = 'Europe/Rome';
const SOLARE = 60;
const LEGALE = 120;
const CON_FUSO = /(Z|[+-]\d\d:?\d\d)$/;

const orologio = new Intl.DateTimeFormat('en-GB', { timeZone: FUSO, hourCycle: 'h23', year: 'numeric', month: 'numeric',
  day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });

/** Rome's distance from UTC at an instant, in minutes. */
function scarto(istante) {
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    orologio.formatToParts(istante).map(({ type, value }) => [type, Number(value)]));
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - istante) / 60000);
}

/** The instant when clocks in Rome show a time: the first of two, and in the hour that is skipped, one hour on. */
function istante(ora) {
  const legale = ora - LEGALE * 60000;
  return scarto(legale) === LEGALE ? legale : ora - SOLARE * 60000;
}

function aRoma() {
  moment.momentProperties.push('_roma', '_a');
  moment.updateOffset = (m, stessaOra) => {
    if (m._roma === undefined) {
      m._roma = m.isValid() && !m._isUTC;
      // written without a zone
      if (m._roma && m._a && m._tzm === undefined) {
        m._d = new Date(istante(Date.UTC(...m._a)));
      }
    }
    if (m._roma) {
      m.utcOffset(scarto(m.valueOf()), stessaOra);
    }
  };
}

/** What AngularJS writes by itself: an instant in Rome; a Date of the date picker as it is, being a time without a zone. */
function filtro($delegate) {
  return (data, formato, fuso) => {
    const quando = typeof data === 'number' || CON_FUSO.test(data) ? new Date(data).getTime() : NaN;
    if (fuso || Number.isNaN(quando)) {
      return $delegate(data, formato, fuso);
    }
    return $delegate(data, formato, scarto(quando) === LEGALE ? '+0200' : '+0100');
  };
}

function formati(camDateFormatProvider, configurationProvider) {
  for (const nome of ['monthName', 'day', 'abbr', 'normal', 'long', 'short']) {
    camDateFormatProvider.setDateFormat(configurationProvider.getDateFormat(nome), nome);
  }
}

/** The date picker: it shows the time that is being written, and names of months and days from $locale. */
function campo($delegate) {
  $delegate[0].template = $delegate[0].template
    .replace('{{ formData.dateValue | camDate }}', "{{ formData.dateValue | date:'dd/MM/yyyy HH:mm:ss' }}");
  return $delegate;
}

function nomi($delegate) {
  const scrivi = (giorni, opzioni) => giorni.map(
    g => new Intl.DateTimeFormat(lingua, { ...opzioni, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, ...g))));
  const mesi = [...Array(12).keys()].map(m => [m, 1]);
  const giorni = [...Array(7).keys()].map(g => [8, 1 + g]); // 1 September 2024 was a Sunday
  const lunghi = scrivi(mesi, { month: 'long' });
  Object.assign($delegate.DATETIME_FORMATS, {
    MONTH: lunghi,
    STANDALONEMONTH: lunghi,
    SHORTMONTH: scrivi(mesi, { month: 'short' }),
    DAY: scrivi(giorni, { weekday: 'long' }),
    SHORTDAY: scrivi(giorni, { weekday: 'short' }),
    FIRSTDAYOFWEEK: 0 // Monday
  });
  if (lingua === 'it') {
    Object.assign($delegate.NUMBER_FORMATS, { DECIMAL_SEP: ',', GROUP_SEP: '.' });
  }
  return $delegate;
}

function piede($delegate) {
  $delegate[0].template = $delegate[0].template.replace('{{timezoneName}}', FUSO);
  return $delegate;
}

try {
  // Admin shows days without hours, Welcome no dates
  if (app === 'tasklist' || app === 'cockpit') {
    aRoma();
  }
  window.angular.module('cam.' + app)
    .config(['camDateFormatProvider', 'configurationProvider', formati])
    .config(['$provide', $provide => {
      $provide.decorator('$locale', ['$delegate', nomi]);
      $provide.decorator('dateFilter', ['$delegate', filtro]);
      $provide.decorator('camWidgetInlineFieldDirective', ['$delegate', campo]);
      $provide.decorator('camWidgetFooterDirective', ['$delegate', piede]);
    }]);
} catch (e) {
  console.warn('ora-di-roma.js non è attivo:', e.message);
}
