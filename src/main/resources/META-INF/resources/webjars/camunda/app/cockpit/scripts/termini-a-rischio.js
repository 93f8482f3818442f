/*
 * A section of Cockpit's dashboard: the terms that are late or due within thirty days, each with
 * its process instance and its page. A plugin of the documented kind (plugin point
 * cockpit.dashboard); the data come from our own route, behind the same login, which answers only
 * with what the reader may see.
 */
import { radice } from '../../tasklist/scripts/comune.js';

const DATI = radice + '/cruscotto/termini-a-rischio.json';
const COLONNE = ['Giorno', 'Termine', 'Ente', 'Avviso', 'Importo', 'Candidatura', 'Processo'];

let richiesta;

/** An element with text in it: what comes from the data is never markup. */
function crea(nome, testo, attributi = {}) {
  const e = document.createElement(nome);
  if (testo !== undefined && testo !== null) {
    e.textContent = testo;
  }
  Object.entries(attributi).forEach(([attributo, valore]) => e.setAttribute(attributo, valore));
  return e;
}

function cella(...contenuto) {
  const td = crea('td');
  td.append(...contenuto);
  return td;
}

function riga(t) {
  const tr = crea('tr', null, t.scaduto ? { class: 'scaduto' } : {});
  const giorno = cella(crea('span', t.giorno), ' ', crea('strong', t.situazione));
  const candidatura = crea('th', null, { scope: 'row' });
  candidatura.append(crea('a', t.candidatura, { href: radice + '/candidature/' + encodeURIComponent(t.candidatura) }));
  const processo = t.istanza
    ? crea('a', 'Apri il processo', {
      href: '#/process-instance/' + encodeURIComponent(t.istanza) + '/runtime',
      'aria-label': 'Apri il processo di ' + t.candidatura
    })
    : 'nessuno in corso';
  tr.append(giorno, cella(t.termine), cella(t.ente), cella(t.avviso), cella(crea('span', t.importo || '–')), candidatura,
    cella(processo));
  return tr;
}

function tabella(rischio) {
  const table = crea('table', null, { class: 'table' });
  table.append(crea('caption', rischio.termini.length < rischio.totale
    ? `I ${rischio.termini.length} più urgenti su ${rischio.totale}`
    : 'Il più urgente per primo'));
  const testa = crea('tr');
  testa.append(...COLONNE.map(nome => crea('th', nome, { scope: 'col' })));
  const thead = crea('thead');
  thead.append(testa);
  const tbody = crea('tbody');
  tbody.append(...rischio.termini.map(riga));
  table.append(thead, tbody);
  // a table of seven columns scrolls by itself, also by keyboard
  const scorre = crea('div', null, { class: 'scorre', tabindex: '0', role: 'group', 'aria-label': 'Termini a rischio, tabella' });
  scorre.append(table);
  return scorre;
}

function mostra(corpo, rischio) {
  const tutti = crea('a', 'Apri il cruscotto', { href: radice + '/' });
  if (rischio.termini.length === 0) {
    const vuoto = crea('p', 'Nessun termine è scaduto o scade nei prossimi 30 giorni. Per i termini più lontani: ');
    vuoto.append(tutti, '.');
    corpo.replaceChildren(vuoto);
    return;
  }
  const somme = crea('p', `Scaduti: ${rischio.scaduti}. Entro 30 giorni: ${rischio.entro30}. `);
  somme.append(tutti);
  corpo.replaceChildren(somme, tabella(rischio));
}

export default {
  id: 'cronoprogramma-termini-a-rischio',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render(nodo) {
    // Cockpit may have been asked to speak English: a screen reader must know where it changes
    const sezione = crea('section', null,
      { class: 'termini-a-rischio', lang: 'it', 'aria-labelledby': 'termini-a-rischio' });
    const corpo = crea('div', null, { 'aria-live': 'polite' });
    corpo.append(crea('p', 'Lettura dei termini…'));
    sezione.append(crea('h2', 'Termini a rischio', { id: 'termini-a-rischio' }), corpo);
    nodo.append(sezione);

    richiesta = new AbortController();
    fetch(DATI, { headers: { Accept: 'application/json' }, signal: richiesta.signal })
      .then(risposta => {
        // a session that has run out leads to the login page
        if (!risposta.ok || risposta.redirected) {
          throw new Error('risposta ' + risposta.status);
        }
        return risposta.json();
      })
      .then(rischio => mostra(corpo, rischio))
      .catch(e => {
        if (e.name !== 'AbortError') {
          corpo.replaceChildren(crea('p', 'I termini non si possono leggere adesso. Ricarichi la pagina; se succede di nuovo, avvisi l\'amministratore.'));
        }
      });
  },
  unmount() {
    if (richiesta) {
      richiesta.abort();
    }
  }
};
