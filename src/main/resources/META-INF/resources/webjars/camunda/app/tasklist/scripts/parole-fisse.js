/*
 * The words that the web apps 7.24.0 have in their code, where no key of locales/it.json reaches.
 * Those that go through the translation without having a key are given to it; the others are
 * replaced on the page, each only where it stands, so that no data is ever touched.
 *
 * Loaded by all four web apps (customScripts in their scripts/config.js); idle in English.
 */
import { app, lingua } from './comune.js';

/** Tasklist, criteria of a filter. */
const CRITERI = {
  'Active': 'Attiva',
  'Activity Instance ID In': "ID dell'istanza del passo tra",
  'Assigned': 'Assegnata',
  'Assignee': 'Assegnatario',
  'Assignee Like': 'Assegnatario simile a',
  'Assignee in': 'Assegnatario tra',
  'Business Key': 'Codice (business key)',
  'Business Key Like': 'Codice (business key) simile a',
  'Candidate Group': 'Gruppo candidato',
  'Candidate Groups': 'Gruppi candidati',
  'Candidate User': 'Utente candidato',
  'Case Instance': 'Istanza di caso',
  'Case definition': 'Definizione di caso',
  'Created After': 'Creata dopo il',
  'Created Before': 'Creata prima del',
  'Dates': 'Date',
  'Definition Key': "Chiave dell'attività",
  'Definition Key In': "Chiave dell'attività tra",
  'Definition Key Like': "Chiave dell'attività simile a",
  'Delegation State': 'Stato della delega',
  'Description': 'Descrizione',
  'Description Like': 'Descrizione simile a',
  'Due After': 'In scadenza dopo il',
  'Due Before': 'In scadenza prima del',
  'Execution ID': "ID dell'esecuzione",
  'Follow Up After': 'Da riprendere dopo il',
  'Follow Up Before': 'Da riprendere prima del',
  'Follow Up Before or Not Existent': 'Da riprendere prima del, o senza promemoria',
  'Involved User': 'Utente coinvolto',
  'Key': 'Chiave',
  'Key In': 'Chiave tra',
  'Name': 'Nome',
  'Name Like': 'Nome simile a',
  'Other': 'Altro',
  'Owner': 'Titolare',
  'Priority': 'Priorità',
  'Priority Max': 'Priorità massima',
  'Priority Min': 'Priorità minima',
  'Process Instance': 'Istanza di processo',
  'Process definition': 'Processo',
  'Task': 'Attività',
  'Tenant ID In': "ID dell'ente tra",
  'Unassigned': 'Non assegnata',
  'User / Group': 'Utente / gruppo',
  'Without Due Date': 'Senza scadenza',
  'Without Tenant ID': "Senza ID dell'ente"
};

const TIPI_DI_DATO = {
  Boolean: 'Vero o falso (Boolean)',
  Bytes: 'Dati binari (Bytes)',
  Date: 'Data (Date)',
  Double: 'Numero decimale (Double)',
  Integer: 'Numero intero (Integer)',
  Long: 'Numero intero lungo (Long)',
  Null: 'Nullo (Null)',
  Object: 'Oggetto (Object)',
  Short: 'Numero intero breve (Short)',
  String: 'Testo (String)'
};

const TIPI_DEL_MOTORE = {
  failedJob: 'lavoro non riuscito',
  failedExternalTask: 'attività esterna non riuscita',
  'async-continuation': 'prosecuzione asincrona',
  'timer-intermediate-transition': 'timer intermedio',
  'timer-start-event': 'timer di avvio',
  'timer-start-event-subprocess': 'timer di avvio di un sottoprocesso',
  'timer-task-listener': "timer di un'attività",
  'timer-transition': 'timer sul bordo',
  'correlate-message': 'correlazione di un messaggio',
  'batch-set-removal-time': 'data di cancellazione di operazioni massive',
  'decision-set-removal-time': 'data di cancellazione di valutazioni',
  'historic-decision-instance-deletion': 'eliminazione di valutazioni',
  'historic-instance-deletion': 'eliminazione di istanze terminate',
  'instance-deletion': 'eliminazione di istanze in corso',
  'instance-migration': 'migrazione di istanze',
  'instance-modification': 'modifica di istanze',
  'instance-restart': 'riavvio di istanze',
  'instance-update-suspension-state': 'sospensione o attivazione di istanze',
  'process-set-removal-time': 'data di cancellazione di istanze',
  'set-external-task-retries': 'tentativi di attività esterne',
  'set-job-retries': 'tentativi di lavori',
  'set-variables': 'impostazione di variabili'
};

/** Texts: the elements that hold them, and how they read, by word or by rule. */
const TESTI = [
  ['.tooltip-inner', {
    'Toggle this section': 'Mostra o nascondi questa sezione',
    'Suspended Job Definition': 'Definizione di lavoro sospesa',
    'task.assignee': 'Assegnatario'
  }],
  // the number of instances, when it is none, is the word "No"
  ['.tile-footer .instances', { 'No istanze in corso': 'Nessuna istanza in corso' }],
  ['.null-value', { null: 'nessuno' }],
  ['.state-label', { State: 'Stato' }],
  ['.loading-text', { 'Loading diagram': 'Caricamento del diagramma' }],
  ['td.message i', { 'Message is null.': 'Nessun messaggio.' }],
  ['p.invalid', { 'Invalid Date Value.': 'Data non valida.' }],
  ['td.actions', { Actions: 'Azioni' }],
  ['[cam-widget-variables-table] td > div, #variableTypeId > option, td.type, td.type *',
    { ...TIPI_DI_DATO, ...TIPI_DEL_MOTORE }],
  // dates of Cockpit, filters of Tasklist
  ['.uib-datepicker .sr-only', { previous: 'precedente', next: 'successivo' }],
  // the title of a list of authorizations in Admin: the resource stands first
  ['.section-content > header h3', testo => testo.replace(/^(.+) Autorizzazioni$/, 'Autorizzazioni: $1')],
  // permissions of an authorization in Admin
  ['.permissions .selection > span', { 'Select all': 'Seleziona tutti', 'Unselect all': 'Deseleziona tutti' }],
  ['.notifications .status', { Error: 'Errore', Failed: 'Operazione non riuscita' }],
  ['.notifications .message', {
    'This process definition has no job definitions associated with. The job priority cannot be overridden.':
      'Questo processo non ha definizioni di lavoro: non c\'è una priorità da sostituire.'
  }],
  // a decision table, drawn by dmn-js
  ['.hit-policy .dms-label', { 'Hit policy:': 'Regole che valgono:' }],
  ['.hit-policy-value', {
    Unique: 'una sola',
    First: 'la prima',
    Priority: 'quella con priorità',
    Any: 'una qualsiasi',
    Collect: 'tutte',
    'Collect (Sum)': 'tutte (somma)',
    'Collect (Min)': 'tutte (minimo)',
    'Collect (Max)': 'tutte (massimo)',
    'Collect (Count)': 'tutte (conteggio)',
    'Rule order': "tutte, nell'ordine delle regole",
    'Output order': "tutte, nell'ordine dei risultati"
  }],
  ['.tjs-table .clause', { When: 'Se', Then: 'Allora', And: 'e' }],
  ['.tjs-table .annotation', { Annotations: 'Annotazioni' }]
];

/** Attributes: title, placeholder, label for those who cannot see. */
const ATTRIBUTI = [
  ['button[title$="zoom"], button[title^="zoom"]', 'title', {
    'zoom in': 'Ingrandisci',
    'zoom out': 'Riduci',
    'reset zoom': 'Mostra tutto il diagramma'
  }],
  ['input[title="Select all"]', 'title', { 'Select all': 'Seleziona tutto' }],
  ['#user-profile input', 'placeholder', {
    Jonny: 'Mario',
    Prosciutto: 'Rossi',
    'j.prosciutto@acme.org': 'm.rossi@comune.example'
  }],
  ['.decision-table-name', 'title', { 'Decision name:': 'Nome della tabella:' }],
  ['.tjs-table .input-label', 'title', { 'Input label:': 'Condizione:', 'Input expression:': 'Espressione:' }],
  ['.tjs-table .input-variable', 'title', { 'Input type': 'Tipo di dato' }],
  ['.tjs-table .output-label', 'title', { 'Output label': 'Risultato', 'Output name': 'Nome del risultato' }],
  ['.tjs-table .output-variable', 'title', { 'Output type': 'Tipo di dato' }],
  ['.hit-policy', 'title', {
    'No overlap is possible and all rules are disjoint. Only a single rule can be matched':
      'Le regole non si sovrappongono: ne vale una sola',
    'Rules may overlap. The first matching rule will be chosen': 'Le regole possono sovrapporsi: vale la prima che corrisponde'
  }]
];

function testi() {
  for (const [dove, parole] of TESTI) {
    for (const e of document.querySelectorAll(dove)) {
      for (const nodo of e.childNodes) {
        const testo = nodo.nodeType === Node.TEXT_NODE ? nodo.data.trim() : '';
        const nuovo = typeof parole === 'function' ? parole(testo) : Object.hasOwn(parole, testo) ? parole[testo] : testo;
        if (nuovo !== testo) {
          nodo.data = nodo.data.replace(testo, () => nuovo);
        }
      }
    }
  }
}

function attributi() {
  for (const [dove, nome, parole] of ATTRIBUTI) {
    for (const e of document.querySelectorAll(dove)) {
      // «Input label: Popolazione»: the data after the colon stays
      const [, inglese, dato] = /^([^:]*:|.*)(.*)$/.exec(e.getAttribute(nome) || '');
      if (inglese && Object.hasOwn(parole, inglese)) {
        e.setAttribute(nome, parole[inglese] + dato);
      }
    }
  }
}

let prenotato = false;

/** Once for whatever changes until the next picture is drawn; the diagrams of the processes have no such words. */
function alProssimoDisegno(modifiche) {
  if (!prenotato && modifiche.some(m => !(m.target instanceof SVGElement))) {
    prenotato = true;
    requestAnimationFrame(() => {
      prenotato = false;
      testi();
      attributi();
    });
  }
}

if (lingua === 'it') {
  try {
    window.angular.module('cam.' + app)
      .config(['$translateProvider', $translateProvider => $translateProvider.translations('it', CRITERI)]);
    new MutationObserver(alProssimoDisegno).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['title', 'placeholder']
    });
  } catch (e) {
    console.warn('parole-fisse.js non è attivo:', e.message);
  }
}
