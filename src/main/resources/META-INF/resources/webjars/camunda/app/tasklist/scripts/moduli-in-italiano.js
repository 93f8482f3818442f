/*
 * form-js 1.8.7, which draws the forms in Tasklist 7.24.0, has its English words in its code and
 * nothing to translate them with; it writes dates as the browser's language does. It also ignores the
 * patternErrorMessage of a form, and keeps the errors of a field that has meanwhile been hidden, so
 * that "Completa" stays off for no visible reason. This puts them right from outside.
 *
 * Loaded by Tasklist, where the forms are filled in, and by Cockpit, which shows them among the
 * resources of a deployment.
 *
 * It reaches into the bundle of 7.24.0: 57661 is form-js in lib/deps.js. With any other version, or
 * if the inside looks different, it does nothing and the forms speak English again.
 */
const VERSIONE = '7.24.0';
const FORM_JS = 57661;

const MESSAGGI = [
  [/^Field is required\.$/, () => 'Campo obbligatorio.'],
  [/^Field must match pattern/, () => 'Il formato non è quello indicato sotto il campo.'],
  [/^Field must have minimum length of (\d+)\.$/, m => `Servono almeno ${m[1]} caratteri.`],
  [/^Field must have maximum length of (\d+)\.$/, m => `Non più di ${m[1]} caratteri.`],
  [/^Field must have minimum value of (.+)\.$/, m => `Il valore minimo è ${m[1]}.`],
  [/^Field must have maximum value of (.+)\.$/, m => `Il valore massimo è ${m[1]}.`],
  [/^Value is not a number\.$/, () => 'Scriva solo cifre, con la virgola per i centesimi.'],
  [/^Value is expected to/, () => 'Troppe cifre dopo la virgola.']
];

const PAROLE = {
  Search: 'Cerca',
  Select: 'Scelga',
  'Skip to search': 'Vai alla ricerca',
  'Remove tag': 'Togli',
  'No results': 'Nessun risultato',
  'All values selected': 'Già scelti tutti',
  'Nothing to show.': 'Nulla da mostrare.',
  'dd/mm/yyyy': 'gg/mm/aaaa',
  'hh:mm': 'oo:mm',
  'First page': 'Prima pagina',
  'Previous page': 'Pagina precedente',
  'Next page': 'Pagina successiva',
  'Last page': 'Ultima pagina'
};

const CALENDARIO = {
  firstDayOfWeek: 1,
  weekdays: {
    shorthand: ['dom', 'lun', 'mar', 'mer', 'gio', 'ven', 'sab'],
    longhand: ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato']
  },
  months: {
    shorthand: ['gen', 'feb', 'mar', 'apr', 'mag', 'giu', 'lug', 'ago', 'set', 'ott', 'nov', 'dic'],
    longhand: ['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno', 'luglio', 'agosto', 'settembre',
      'ottobre', 'novembre', 'dicembre']
  }
};

function traduci(form, id, testo) {
  if (/^Field must match pattern/.test(testo)) {
    const campo = form.get('formFieldRegistry').get(id);
    const proprio = campo && campo.validate && campo.validate.patternErrorMessage;
    if (proprio) {
      return proprio;
    }
  }
  for (const [inglese, italiano] of MESSAGGI) {
    const trovato = inglese.exec(testo);
    if (trovato) {
      return italiano(trovato);
    }
  }
  return testo;
}

function messaggi(prototipo) {
  const { _setState } = prototipo;
  prototipo._setState = function (stato) {
    if (stato.errors) {
      const errors = Object.fromEntries(Object.entries(stato.errors).map(
        ([id, testi]) => [id, Array.isArray(testi) ? testi.map(t => traduci(this, id, t)) : testi]));
      return _setState.call(this, { ...stato, errors });
    }
    return _setState.call(this, stato);
  };
}

function campiNascosti(prototipo) {
  const { importSchema } = prototipo;
  prototipo.importSchema = function (schema, dati) {
    if (!this._erroriSeguiti) {
      this._erroriSeguiti = true;
      this.on('formFieldInstanceRegistry.changed', 1000, () => setTimeout(() => {
        const visti = new Set(this.get('formFieldInstanceRegistry').getAllKeyed().map(i => i.id));
        const errori = this._getState().errors;
        const restano = Object.fromEntries(Object.entries(errori).filter(([id]) => visti.has(id)));
        if (Object.keys(restano).length !== Object.keys(errori).length) {
          this._setState({ errors: restano });
        }
      }));
    }
    return importSchema.call(this, schema, dati);
  };
}

/** The name of a column that can be sorted. */
function ordinamento(nome) {
  return nome
    .replace(/^Click to sort by (.*) ascending$/, 'Ordina per $1, crescente')
    .replace(/^Click to sort by (.*) descending$/, 'Ordina per $1, decrescente')
    .replace('Click to remove sorting', "Togli l'ordine");
}

/** The words that form-js writes by itself, as they appear. */
function parole() {
  for (const campo of document.querySelectorAll('.fjs-container input[placeholder]')) {
    if (PAROLE[campo.placeholder]) {
      campo.placeholder = PAROLE[campo.placeholder];
    }
  }
  for (const e of document.querySelectorAll(
    '.fjs-container :is(.fjs-select-placeholder, .fjs-dropdownlist-empty, .fjs-table-td, .fjs-skip-link)')) {
    if (e.firstChild && PAROLE[e.firstChild.nodeValue]) {
      e.firstChild.nodeValue = PAROLE[e.firstChild.nodeValue];
    }
  }
  for (const e of document.querySelectorAll('.fjs-container button[title]')) {
    if (PAROLE[e.title]) {
      e.title = PAROLE[e.title];
    }
  }
  for (const e of document.querySelectorAll('.fjs-container button[aria-label]')) {
    if (PAROLE[e.ariaLabel]) {
      e.ariaLabel = PAROLE[e.ariaLabel];
    }
  }
  for (const e of document.querySelectorAll('.fjs-container th[aria-label^="Click to "]')) {
    e.setAttribute('aria-label', ordinamento(e.getAttribute('aria-label')));
  }
  // they are Italian in whatever language Tasklist is
  for (const e of document.querySelectorAll('.fjs-container:not([lang])')) {
    e.lang = 'it';
  }
}

/** form-js asks for the format of the locale "default", which is nobody's: the browser takes its own. */
function dateItaliane() {
  Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
    construct: (classe, [lingua, ...altro], nuova) =>
      Reflect.construct(classe, [lingua === 'default' ? 'it' : lingua, ...altro], nuova)
  });
}

function completa(require) {
  try {
    const prototipo = require(FORM_JS).Form.prototype;
    if (['_setState', '_getState', 'importSchema'].some(m => typeof prototipo[m] !== 'function')) {
      return;
    }
    messaggi(prototipo);
    campiNascosti(prototipo);
    dateItaliane();
    if (window.flatpickr) {
      window.flatpickr.localize(CALENDARIO);
    }
    new MutationObserver(parole).observe(document.body, { childList: true, subtree: true });
  } catch (e) {
    console.warn('moduli-in-italiano.js non è attivo:', e.message);
  }
}

const bundle = self.webpackChunkcamunda_bpm_webapp;
if (bundle && new URL(import.meta.url).searchParams.get('bust') === VERSIONE) {
  bundle.push([['cronoprogramma'], {}, completa]);
}
