-- The facts of the domain: they are listed, summed and joined, and they outlive engine versions.
-- Written once for H2 and PostgreSQL. Days are Rome days (DATE); instants carry their offset.

CREATE TABLE gestione (
    id VARCHAR(20) PRIMARY KEY,
    nome VARCHAR(200) NOT NULL,
    email VARCHAR(254)
);

CREATE TABLE ente (
    id VARCHAR(20) PRIMARY KEY,
    nome VARCHAR(200) NOT NULL,
    tipologia VARCHAR(40) NOT NULL,
    codice_ipa VARCHAR(20),
    codice_istat VARCHAR(6),
    codice_catastale VARCHAR(4),
    provincia VARCHAR(2),
    regione VARCHAR(80),
    popolazione INTEGER,
    popolazione_fonte VARCHAR(200),
    gestione VARCHAR(20) REFERENCES gestione (id)
);
CREATE INDEX ente_gestione ON ente (gestione);

CREATE TABLE referente (
    id VARCHAR(36) PRIMARY KEY,
    ente VARCHAR(20) NOT NULL REFERENCES ente (id),
    nome VARCHAR(200) NOT NULL,
    email VARCHAR(254) NOT NULL
);
CREATE INDEX referente_ente ON referente (ente);

CREATE SEQUENCE candidatura_numero START WITH 1;

CREATE TABLE candidatura (
    codice VARCHAR(20) PRIMARY KEY,
    ente VARCHAR(20) NOT NULL REFERENCES ente (id),
    avviso VARCHAR(60) NOT NULL,
    stato VARCHAR(30) NOT NULL,
    -- ente and avviso while the candidatura is alive, null afterwards: one alive candidatura per ente and avviso
    viva VARCHAR(90),
    creata TIMESTAMP WITH TIME ZONE NOT NULL,
    popolazione INTEGER NOT NULL,
    fascia VARCHAR(40) NOT NULL,
    importo NUMERIC(14, 2),
    sito_avvio VARCHAR(20),
    inviata TIMESTAMP WITH TIME ZONE,
    protocollo_invio VARCHAR(100),
    ammissibilita_notificata TIMESTAMP WITH TIME ZONE,
    ammissibilita_protocollo VARCHAR(100),
    cup VARCHAR(15),
    cup_inserito DATE,
    decreto_numero VARCHAR(60),
    decreto_data DATE,
    decreto_notificato TIMESTAMP WITH TIME ZONE,
    decreto_protocollo VARCHAR(100),
    importo_decretato NUMERIC(14, 2),
    contrattualizzata DATE,
    sito_url VARCHAR(500),
    sito_online DATE,
    sito_verificato BOOLEAN NOT NULL,
    completata DATE,
    asseverazione_esito VARCHAR(20),
    asseverazione_data DATE,
    erogazione_richiesta DATE,
    conto_tesoreria VARCHAR(20),
    credenziali_consegnate BOOLEAN NOT NULL,
    erogata DATE,
    importo_erogato NUMERIC(14, 2),
    versione INTEGER NOT NULL,
    CONSTRAINT candidatura_viva UNIQUE (viva)
);
CREATE INDEX candidatura_ente ON candidatura (ente);
CREATE INDEX candidatura_avviso ON candidatura (avviso);
CREATE INDEX candidatura_cup ON candidatura (cup);

CREATE TABLE servizio_finanziato (
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    servizio VARCHAR(80) NOT NULL,
    avvio VARCHAR(20) NOT NULL,
    url VARCHAR(500),
    online DATE,
    verificato BOOLEAN NOT NULL,
    PRIMARY KEY (candidatura, servizio)
);

-- one row for each criterion found respected; oggetto is "sito" or the code of a service
CREATE TABLE criterio_rispettato (
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    oggetto VARCHAR(80) NOT NULL,
    criterio VARCHAR(20) NOT NULL,
    verificato TIMESTAMP WITH TIME ZONE NOT NULL,
    verificato_da VARCHAR(100) NOT NULL,
    PRIMARY KEY (candidatura, oggetto, criterio)
);

CREATE TABLE contratto (
    id VARCHAR(36) PRIMARY KEY,
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    fornitore VARCHAR(200) NOT NULL,
    tipo_atto VARCHAR(40) NOT NULL,
    numero_atto VARCHAR(100),
    data DATE NOT NULL,
    cig VARCHAR(10),
    registrato TIMESTAMP WITH TIME ZONE NOT NULL,
    registrato_da VARCHAR(100) NOT NULL
);
CREATE INDEX contratto_candidatura ON contratto (candidatura);

-- a term that runs, or ran, against a candidatura: never a bare date
CREATE TABLE scadenza (
    id VARCHAR(36) PRIMARY KEY,
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    termine VARCHAR(30) NOT NULL,
    quantita INTEGER,
    unita VARCHAR(10),
    evento VARCHAR(100) NOT NULL,
    decorrenza DATE NOT NULL,
    civile DATE NOT NULL,
    prudenziale DATE NOT NULL,
    legale DATE NOT NULL,
    portale DATE,
    governante DATE NOT NULL,
    spiegazione VARCHAR(2000) NOT NULL,
    stato VARCHAR(20) NOT NULL,
    aperta TIMESTAMP WITH TIME ZONE NOT NULL,
    chiusa TIMESTAMP WITH TIME ZONE,
    adempiuta DATE,
    ultimo_evento TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT scadenza_unica UNIQUE (candidatura, termine)
);
CREATE INDEX scadenza_governante ON scadenza (stato, governante);

CREATE TABLE promemoria (
    id VARCHAR(36) PRIMARY KEY,
    scadenza VARCHAR(36) NOT NULL REFERENCES scadenza (id),
    evento VARCHAR(40) NOT NULL,
    governante DATE NOT NULL,
    sollevato TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT promemoria_unico UNIQUE (scadenza, evento, governante)
);

CREATE TABLE promemoria_destinatario (
    promemoria VARCHAR(36) NOT NULL REFERENCES promemoria (id),
    email VARCHAR(254) NOT NULL,
    inviato TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (promemoria, email)
);

-- who did what and when, on which act; append-only
CREATE TABLE storia (
    id VARCHAR(36) PRIMARY KEY,
    candidatura VARCHAR(20) NOT NULL REFERENCES candidatura (codice),
    quando TIMESTAMP WITH TIME ZONE NOT NULL,
    progressivo INTEGER NOT NULL,
    chi VARCHAR(100) NOT NULL,
    fatto VARCHAR(60) NOT NULL,
    atto VARCHAR(500),
    prima VARCHAR(500),
    dopo VARCHAR(500)
);
CREATE INDEX storia_candidatura ON storia (candidatura, quando, progressivo);

-- the simulated day, in demo and tests only: how far the application's clock stands from the machine's
CREATE TABLE orologio (
    id INTEGER PRIMARY KEY,
    scarto_millis BIGINT NOT NULL
);
