package it.cronoprogramma;

/**
 * The published data in, on PostgreSQL.
 */
class ImportazionePostgresIT extends ScenariImportazione {

	ImportazionePostgresIT() {
		super(true);
	}

}
