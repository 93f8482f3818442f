-- whom the identity provider vouches for, and which user that is
CREATE TABLE identita_esterna (
    utente VARCHAR(64) PRIMARY KEY,
    -- who, at the provider: never his name, which may pass to another; null until he comes for the first time
    emittente VARCHAR(500),
    soggetto VARCHAR(255),
    consentita TIMESTAMP WITH TIME ZONE NOT NULL,
    consentita_da VARCHAR(100) NOT NULL,
    collegata TIMESTAMP WITH TIME ZONE,
    ultimo_accesso TIMESTAMP WITH TIME ZONE,
    CONSTRAINT identita_esterna_soggetto UNIQUE (emittente, soggetto)
);
