/*
 * Copyright Camunda Services GmbH and/or licensed to Camunda Services GmbH
 * under one or more contributor license agreements. See the NOTICE file
 * distributed with this work for additional information regarding copyright
 * ownership. Camunda licenses this file to you under the Apache License,
 * Version 2.0; you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 *
 * Changed for Cronoprogramma: name, scripts, locales, date format and shortcut
 * descriptions; unused examples removed.
 */

export default {
  app: {
    vendor: 'Cronoprogramma',
    name: 'Attività'
  },
  customScripts: [
    'scripts/lingua',
    'scripts/ora-di-roma',
    'scripts/parole-fisse',
    'scripts/porta-unica',
    'scripts/prima-la-scadenza',
    'scripts/moduli-in-italiano'
  ],
  // moment.js formats; monthName, day and abbr keep Tasklist's defaults
  dateFormat: {
    normal: 'DD/MM/YYYY HH:mm',
    long: 'DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY'
  },
  // Italian, unless English is chosen: see lingua.js
  locales: {
    availableLocales: ['it', 'en'],
    fallbackLocale: 'it'
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: "prende in carico l'attività selezionata"
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: "si sposta sul primo filtro dell'elenco"
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: "si sposta sulla prima attività dell'elenco"
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: "si sposta sul primo campo del modulo dell'attività"
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: "apre la finestra per l'avvio di un processo"
    }
  }
};
