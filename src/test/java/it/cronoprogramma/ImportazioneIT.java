package it.cronoprogramma;

/**
 * The published data in, on H2.
 */
class ImportazioneIT extends ScenariImportazione {

	ImportazioneIT() {
		super(false);
	}

}
