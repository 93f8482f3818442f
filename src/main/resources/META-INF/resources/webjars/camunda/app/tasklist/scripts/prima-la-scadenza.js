/*
 * Two habits of Tasklist that do not suit terms that are lost on a day: it sorts by creation
 * whatever the filter says, and it writes "tra 3 mesi" where the day is wanted. Here the
 * nearest term comes first, until somebody chooses another order, and dates are dates.
 *
 * Uses the public services of AngularJS and angular-moment; without them Tasklist stays as it is.
 */
const ORDINE = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

/** Before the application starts: changing the address later would outrun its translations. */
function indirizzo() {
  const [percorso, domanda = ''] = location.hash.slice(1).split('?');
  if ((percorso === '' || percorso === '/') && !new URLSearchParams(domanda).has('sorting')) {
    history.replaceState(history.state, '',
      '#/?' + (domanda && domanda + '&') + 'sorting=' + encodeURIComponent(ORDINE));
  }
}

/** Afterwards, when a link leads to an address that names no order. */
function collegamenti($rootScope, $location) {
  $rootScope.$on('$locationChangeSuccess', () => {
    if ($location.path() === '/' && !$location.search().sorting) {
      $location.search('sorting', ORDINE).replace();
    }
  });
}

function date(amTimeAgoConfig) {
  amTimeAgoConfig.fullDateThreshold = -1e6; // days: for every date, past or to come
  amTimeAgoConfig.fullDateFormat = 'ddd DD/MM/YYYY';
}

indirizzo();
try {
  window.angular.module('cam.tasklist')
    .run(['$rootScope', '$location', collegamenti])
    .run(['amTimeAgoConfig', date]);
} catch (e) {
  console.warn('prima-la-scadenza.js non è attivo:', e.message);
}
