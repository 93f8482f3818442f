package it.cronoprogramma;

import java.util.List;
import java.util.Set;

import it.cronoprogramma.opendata.RigaPubblicata;

/**
 * Enti whose code or CUP changed, and some others. {@link FileVeriBench} takes all.
 */
class FileVeriIT extends FileVeri {

	@Override
	Set<String> enti(List<RigaPubblicata> prima, List<RigaPubblicata> dopo) {
		return alcuni(prima, dopo, 40, 80);
	}

}
