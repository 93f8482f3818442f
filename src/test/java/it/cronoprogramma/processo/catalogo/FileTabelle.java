package it.cronoprogramma.processo.catalogo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.model.dmn.Dmn;

/**
 * The files that get deployed, to be spoiled one cell at a time.
 */
final class FileTabelle {

	/** Nobody changes what was read: the good ones are read once. */
	private static final Map<String, List<TabellaLetta>> LETTE = new ConcurrentHashMap<>();

	private final Map<String, String> file = new LinkedHashMap<>();

	private FileTabelle() {
	}

	static FileTabelle nessuno() {
		return new FileTabelle();
	}

	/** The tables that come with the application. */
	static FileTabelle buone() {
		FileTabelle buone = new FileTabelle();
		for (String nome : Tabelle.TUTTE) {
			buone.con(nome + ".dmn", leggi(Path.of("processes", "tabelle", nome + ".dmn")));
		}
		return buone;
	}

	static String modello() {
		return leggi(Path.of("src", "main", "resources", "modelli", "nuovo-avviso.dmn"));
	}

	private static String leggi(Path percorso) {
		try {
			return Files.readString(percorso);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	FileTabelle con(String nome, String xml) {
		this.file.put(nome, xml);
		return this;
	}

	FileTabelle senza(String nome) {
		this.file.remove(nome);
		return this;
	}

	/** Replaces the first occurrence, which must be there. */
	FileTabelle cambia(String nome, String vecchio, String nuovo) {
		String xml = this.file.get(nome);
		int dove = xml.indexOf(vecchio);
		if (dove < 0) {
			throw new AssertionError(nome + " non contiene " + vecchio);
		}
		return con(nome, xml.substring(0, dove) + nuovo + xml.substring(dove + vecchio.length()));
	}

	/** Writes into a cell of a rule. */
	FileTabelle casella(String nome, String id, String testo) {
		String xml = this.file.get(nome);
		int cella = xml.indexOf("id=\"" + id + "\"");
		if (cella < 0) {
			throw new AssertionError(nome + " non ha la casella " + id);
		}
		int da = xml.indexOf("<text>", cella) + "<text>".length();
		int a = xml.indexOf("</text>", cella);
		return con(nome, xml.substring(0, da) + testo.replace("<", "&lt;").replace(">", "&gt;") + xml.substring(a));
	}

	FileTabelle senzaRegola(String nome, String id) {
		String xml = this.file.get(nome);
		int da = xml.indexOf("<rule id=\"" + id + "\"");
		int a = xml.indexOf("</rule>", da) + "</rule>".length();
		return con(nome, xml.substring(0, da) + xml.substring(a));
	}

	List<TabellaLetta> lette() {
		List<TabellaLetta> lette = new ArrayList<>();
		this.file.forEach((nome, xml) -> lette.addAll(LETTE.computeIfAbsent(nome + xml, (x) -> leggi(nome, xml))));
		return lette;
	}

	private static List<TabellaLetta> leggi(String nome, String xml) {
		return TabellaLetta.di("cartella/" + nome,
				Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
	}

	List<String> problemi() {
		return VerificaTabelle.problemi(lette());
	}

}
