-- What reached an ente and notifies it of something: a PEC today. The message is kept as it came, byte for byte, and never
-- changed nor deleted: it is the proof of the day from which a term runs.

CREATE SEQUENCE notifica_numero START WITH 1;

CREATE TABLE notifica_ricevuta (
    numero BIGINT PRIMARY KEY,
    -- PEC; SERQ and REM will follow
    canale VARCHAR(10) NOT NULL,
    -- CARICATA, CASELLA
    provenienza VARCHAR(10) NOT NULL,
    -- the mailbox and the message's place in it; null where somebody uploaded it
    casella VARCHAR(60),
    riferimento VARCHAR(200),
    acquisita TIMESTAMP WITH TIME ZONE NOT NULL,
    acquisita_da VARCHAR(100) NOT NULL,
    -- the gestione or ente that it came to: it goes back there when it is not the candidatura's
    raccolta VARCHAR(20) NOT NULL,
    -- the gestione or ente that sees it now
    visibile_a VARCHAR(20) NOT NULL,
    nome_file VARCHAR(200),
    -- bytes; of a message too large to be taken, with nothing kept, those it has in its mailbox
    dimensione BIGINT NOT NULL,
    conservata BOOLEAN NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    identificativo VARCHAR(250),
    -- who sees it and what it is, null for a double: nothing is taken twice
    chiave_identificativo VARCHAR(280),
    chiave_impronta VARCHAR(90),
    doppione_di BIGINT REFERENCES notifica_ricevuta (numero),
    -- POSTA_CERTIFICATA, ANOMALIA, RICEVUTA, ORDINARIO, ILLEGGIBILE
    tipo VARCHAR(20) NOT NULL,
    ricevuta VARCHAR(50),
    mittente VARCHAR(254),
    oggetto VARCHAR(500),
    estratto VARCHAR(4000) NOT NULL,
    allegati VARCHAR(4000) NOT NULL,
    avvertenze VARCHAR(2000) NOT NULL,
    -- the envelope's moment, the recipient's server's, and the later of them
    busta TIMESTAMP WITH TIME ZONE,
    ricezione TIMESTAMP WITH TIME ZONE,
    proposta TIMESTAMP WITH TIME ZONE,
    protocollo_proposto VARCHAR(100),
    -- what it notifies, guessed and then chosen
    atto VARCHAR(20) NOT NULL,
    esito VARCHAR(20) NOT NULL,
    candidatura VARCHAR(20) REFERENCES candidatura (codice),
    riconoscimento VARCHAR(500) NOT NULL,
    -- codes with blanks between them
    possibili VARCHAR(400) NOT NULL,
    -- DA_CONFERMARE, DA_ASSEGNARE, CONFERMATA, SCARTATA
    stato VARCHAR(20) NOT NULL,
    -- what was chosen: busta, ricezione or altro, and the moment
    scelta VARCHAR(20),
    notificata TIMESTAMP WITH TIME ZONE,
    protocollo VARCHAR(100),
    decreto_numero VARCHAR(60),
    decreto_data DATE,
    decreto_importo NUMERIC(14, 2),
    decisa TIMESTAMP WITH TIME ZONE,
    decisa_da VARCHAR(100),
    motivo VARCHAR(500),
    -- whether what it notifies has been recorded by its task
    registrata BOOLEAN NOT NULL,
    CONSTRAINT notifica_identificativo UNIQUE (chiave_identificativo),
    CONSTRAINT notifica_impronta UNIQUE (chiave_impronta)
);
CREATE INDEX notifica_visibile ON notifica_ricevuta (visibile_a, stato);
CREATE INDEX notifica_candidatura ON notifica_ricevuta (candidatura, stato);

CREATE TABLE notifica_parte (
    notifica BIGINT NOT NULL REFERENCES notifica_ricevuta (numero),
    posto INTEGER NOT NULL,
    contenuto BYTEA NOT NULL,
    PRIMARY KEY (notifica, posto)
);

-- how far a mailbox has been read
CREATE TABLE casella_pec (
    nome VARCHAR(60) PRIMARY KEY,
    -- IMAP's word for: the numbers of the messages still mean the same
    uidvalidity BIGINT NOT NULL,
    ultimo_uid BIGINT NOT NULL,
    letta TIMESTAMP WITH TIME ZONE NOT NULL
);
