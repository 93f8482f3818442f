package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import it.cronoprogramma.avviso.CatalogoAvvisi;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The avvisi by name: those of our tables, and those that the published data name besides
 * them.
 */
@Repository
public class TitoliAvvisiRepository {

	private final CatalogoAvvisi catalogo;

	private final JdbcClient jdbc;

	TitoliAvvisiRepository(CatalogoAvvisi catalogo, JdbcClient jdbc) {
		this.catalogo = catalogo;
		this.jdbc = jdbc;
	}

	/**
	 * Every avviso.
	 * @return titles by code: those of our tables first, by opening day, then the others
	 * by title
	 */
	public Map<String, TitoloAvviso> tutti() {
		Map<String, TitoloAvviso> titoli = new LinkedHashMap<>();
		this.catalogo.tutti()
			.forEach((a) -> titoli.put(a.codice(), new TitoloAvviso(a.codice(), a.titolo(), a.misura(), true)));
		this.jdbc.sql("SELECT codice, titolo, misura FROM avviso_pubblicato ORDER BY titolo")
			.query((rs, riga) -> new TitoloAvviso(rs.getString("codice"), rs.getString("titolo"),
					rs.getString("misura"), false))
			.list()
			.forEach((t) -> titoli.putIfAbsent(t.codice(), t));
		return titoli;
	}

	/**
	 * Records an avviso that the published data name.
	 * @param titolo its name
	 * @param quando when it was seen
	 */
	public void inserisci(TitoloAvviso titolo, Instant quando) {
		this.jdbc.sql("""
				INSERT INTO avviso_pubblicato (codice, titolo, misura, visto)
				VALUES (:codice, :titolo, :misura, :visto)""")
			.param("codice", titolo.codice())
			.param("titolo", titolo.titolo())
			.param("misura", titolo.misura())
			.param("visto", quando.atOffset(ZoneOffset.UTC))
			.update();
	}

}
