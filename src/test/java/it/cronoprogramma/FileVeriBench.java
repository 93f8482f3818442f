package it.cronoprogramma;

import java.util.List;
import java.util.Set;

import it.cronoprogramma.opendata.RigaPubblicata;

/**
 * The whole files: too long for every day. Run by {@code ./mvnw -Pbench verify} only.
 */
class FileVeriBench extends FileVeri {

	@Override
	Set<String> enti(List<RigaPubblicata> prima, List<RigaPubblicata> dopo) {
		return Set.of();
	}

}
