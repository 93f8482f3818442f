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
 * Changed for Cronoprogramma: name, scripts, date format, locales, link; unused
 * examples removed.
 */

export default {
  app: {
    vendor: 'Cronoprogramma',
    name: 'Benvenuto'
  },
  customScripts: [
    '../tasklist/scripts/lingua',
    '../tasklist/scripts/ora-di-roma',
    '../tasklist/scripts/parole-fisse',
    '../tasklist/scripts/porta-unica'
  ],
  // moment.js formats; monthName, day and abbr keep the defaults
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
  // instead of the vendor's documentation
  links: [
    {
      label: 'Cruscotto',
      href: document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '') + '/',
      description: 'Termini in scadenza, candidature e importi'
    }
  ],
  disableWelcomeMessage: true
};
