-- Who does the work, under which acts, and what each act covers.

-- a register for each gestione associata: nobody finds in it whom another one works with
CREATE TABLE fornitore (
    id VARCHAR(36) PRIMARY KEY,
    nome VARCHAR(200) NOT NULL,
    -- what names have in common that differ in capitals, accents, blanks and punctuation only
    chiave VARCHAR(200) NOT NULL,
    -- partita IVA or codice fiscale, null where nobody wrote it
    identificativo VARCHAR(16),
    -- whose register it is in: a gestione, or the ente where it is in none or the staff is its own
    ambito VARCHAR(20) NOT NULL,
    -- the ente's own staff
    interno BOOLEAN NOT NULL,
    creato TIMESTAMP WITH TIME ZONE NOT NULL,
    creato_da VARCHAR(100) NOT NULL,
    CONSTRAINT fornitore_nome UNIQUE (ambito, interno, chiave),
    CONSTRAINT fornitore_identificativo UNIQUE (ambito, identificativo)
);

-- the names written so far: of those that mean the same, the first one recorded. The key is what Fornitore.chiave makes
-- of a name, as far as SQL can tell
INSERT INTO fornitore (id, nome, chiave, identificativo, ambito, interno, creato, creato_da)
    SELECT id, nome, chiave, NULL, ambito, interno, registrato, registrato_da FROM (
        SELECT p.*, ROW_NUMBER() OVER (PARTITION BY ambito, interno, chiave ORDER BY registrato, id) AS posto FROM (
            SELECT k.id, k.fornitore AS nome, k.registrato, k.registrato_da,
                REPLACE(TRANSLATE(LOWER(k.fornitore), 'àáèéìíòóùúç.,:;-_''"&/()',
                    'aaeeiioouuc            '), ' ', '') AS chiave,
                CASE WHEN k.tipo_atto = 'ordine-servizio' THEN e.id ELSE COALESCE(e.gestione, e.id) END AS ambito,
                k.tipo_atto = 'ordine-servizio' AS interno
            FROM contratto k JOIN candidatura c ON c.codice = k.candidatura JOIN ente e ON e.id = c.ente) p) n
    WHERE n.posto = 1;

ALTER TABLE contratto ADD COLUMN fornitore_id VARCHAR(36) REFERENCES fornitore (id);
UPDATE contratto SET fornitore_id = (
    SELECT f.id FROM fornitore f JOIN candidatura c ON c.codice = contratto.candidatura JOIN ente e ON e.id = c.ente
    WHERE f.chiave = REPLACE(TRANSLATE(LOWER(contratto.fornitore), 'àáèéìíòóùúç.,:;-_''"&/()',
            'aaeeiioouuc            '), ' ', '')
        AND f.interno = (contratto.tipo_atto = 'ordine-servizio')
        AND f.ambito = CASE WHEN contratto.tipo_atto = 'ordine-servizio' THEN e.id ELSE COALESCE(e.gestione, e.id) END);
ALTER TABLE contratto ALTER COLUMN fornitore_id SET NOT NULL;
ALTER TABLE contratto DROP COLUMN fornitore;
CREATE INDEX contratto_fornitore ON contratto (fornitore_id);

-- fornitore, in-house, personale-interno
ALTER TABLE contratto ADD COLUMN soggetto VARCHAR(20) DEFAULT 'fornitore' NOT NULL;
UPDATE contratto SET soggetto = 'personale-interno' WHERE tipo_atto = 'ordine-servizio';
-- agreed upon after contrattualizzazione was concluded: it moves no term
ALTER TABLE contratto ADD COLUMN addendum BOOLEAN DEFAULT FALSE NOT NULL;
-- what an addendum is for
ALTER TABLE contratto ADD COLUMN oggetto VARCHAR(500);

-- attivita is "sito", the code of a service, or "pacchetto" where the package has no services
CREATE TABLE contratto_attivita (
    contratto VARCHAR(36) NOT NULL REFERENCES contratto (id),
    attivita VARCHAR(80) NOT NULL,
    PRIMARY KEY (contratto, attivita)
);
-- what was recorded before covers everything
INSERT INTO contratto_attivita (contratto, attivita)
    SELECT k.id, 'sito' FROM contratto k JOIN candidatura c ON c.codice = k.candidatura WHERE c.sito_avvio IS NOT NULL;
INSERT INTO contratto_attivita (contratto, attivita)
    SELECT k.id, s.servizio FROM contratto k JOIN servizio_finanziato s ON s.candidatura = k.candidatura;
INSERT INTO contratto_attivita (contratto, attivita)
    SELECT k.id, 'pacchetto' FROM contratto k
    WHERE NOT EXISTS (SELECT 1 FROM contratto_attivita a WHERE a.contratto = k.id);

-- the act that explains a contract later than completion
ALTER TABLE candidatura ADD COLUMN atto_ricognitivo DATE;
