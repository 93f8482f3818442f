package it.cronoprogramma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.beans.factory.annotation.Autowired;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dependencies point one way, the engine sits behind one package, and time has one
 * source.
 */
class ArchitetturaTest {

	private static final String RADICE = "it.cronoprogramma";

	private static final String MOTORE = "org.camunda..";

	private static final String MOTORE_DENTRO = "org.camunda..impl..";

	private static final JavaClasses CLASSI = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(RADICE);

	/** Each of our packages, and which others of ours it may know. */
	private static final Map<String, Set<String>> PUO_CONOSCERE = new TreeMap<>(Map.ofEntries(//
			Map.entry("termine", Set.of()), //
			Map.entry("rifiuto", Set.of()), //
			Map.entry("avviso", Set.of("termine", "rifiuto")), //
			Map.entry("ente", Set.of("rifiuto")), //
			Map.entry("candidatura", Set.of("avviso", "ente", "termine", "rifiuto")), //
			Map.entry("opendata", Set.of("candidatura", "avviso", "ente", "termine", "rifiuto")), //
			Map.entry("casella", Set.of("termine")), //
			Map.entry("notifica", Set.of("casella", "candidatura", "avviso", "ente", "termine", "rifiuto")), //
			Map.entry("pec", Set.of("casella", "candidatura", "avviso", "ente", "termine", "rifiuto")), //
			Map.entry("cruscotto", Set.of("opendata", "pec", "candidatura", "avviso", "ente", "termine", "rifiuto")), //
			Map.entry("calendario", Set.of("cruscotto", "candidatura", "avviso", "ente", "termine", "rifiuto")), //
			Map.entry("posta", Set.of("notifica", "cruscotto", "candidatura", "avviso", "ente", "termine", "rifiuto")), //
			Map.entry("persone", Set.of("notifica", "cruscotto", "candidatura", "ente", "termine", "rifiuto")), //
			Map.entry("accesso", Set.of("ente", "rifiuto")), //
			Map.entry("processo",
					Set.of("opendata", "pec", "notifica", "candidatura", "avviso", "ente", "termine", "rifiuto"))));

	static final Set<String> PACCHETTI = PUO_CONOSCERE.keySet();

	/**
	 * The classes that reach into the engine, and why. Each is a debt towards the
	 * maintained forks: a new one is a decision, and one that no longer needs it leaves.
	 */
	private static final Map<String, String> DENTRO_IL_MOTORE = new TreeMap<>(Map.ofEntries(
			Map.entry("processo.motore.MotorePlugin", "the plug-in: expressions, parse listener, tenants"),
			Map.entry("processo.motore.EspressioniSicure", "closes the hole of the query expressions"),
			Map.entry("processo.motore.EnteDelProcesso", "TenantIdProvider is an interface of the inside"),
			Map.entry("processo.catalogo.ControlloTabelle", "a deployer: refuses tables before they are deployed"),
			Map.entry("processo.moduli.ModuliParseListener", "the guard of the forms stands before the engine's own"),
			Map.entry("processo.orologio.OrologioMotore", "the engine tells its time by ClockUtil only"),
			Map.entry("processo.orologio.OrologioSimulato", "moves ClockUtil, rests the job executor meanwhile"),
			Map.entry("processo.orologio.OrologioSimulatoConfiguration", "sets ClockUtil before the engine starts"),
			Map.entry("processo.accessi.AmministratorePresente", "plug-in: an admin before the set-up page opens"),
			Map.entry("processo.accessi.MembriDegliEnti",
					"the engine's register of people, which knows neither mergers nor deactivation"),
			Map.entry("processo.accessi.DirittiSuiProcessi", "a deployer: rights follow the tasks of what is deployed"),
			Map.entry("processo.accessi.DirittiSulleAttivita", "which rights a task brings is asked of an impl class"),
			Map.entry("processo.accessi.WebappConfiguration",
					"the web apps' filter for outside log-ins is an impl class"),
			Map.entry("processo.Ufficio", "IdentityService gives the current user as an impl Authentication")));

	// Packages

	@ParameterizedTest
	@FieldSource("PACCHETTI")
	void aPackageKnowsOnlyThoseBelowIt(String pacchetto) {
		List<String> ammessi = new ArrayList<>(List.of(sotto(pacchetto)));
		PUO_CONOSCERE.get(pacchetto).forEach((altro) -> ammessi.add(sotto(altro)));
		classes().that()
			.resideInAPackage(sotto(pacchetto))
			.should()
			.onlyDependOnClassesThat(DescribedPredicate.not(resideInAPackage(RADICE + ".."))
				.or(resideInAnyPackage(ammessi.toArray(String[]::new)))
				.as("are not ours, or of %s", ammessi))
			.check(CLASSI);
	}

	@Test
	void everyPackageHasItsPlace() throws IOException {
		try (Stream<Path> cartelle = Files.list(Path.of("src", "main", "java", "it", "cronoprogramma"))) {
			assertThat(cartelle.filter(Files::isDirectory).map((cartella) -> cartella.getFileName().toString()))
				.containsExactlyInAnyOrderElementsOf(PACCHETTI);
		}
	}

	@Test
	void noCyclesAmongThePackages() {
		slices().matching(RADICE + ".(*)..").should().beFreeOfCycles().check(CLASSI);
	}

	@Test
	void termineIsPure() {
		classes().that()
			.resideInAPackage(sotto("termine"))
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "de.focus_shift..", sotto("termine"))
			.check(CLASSI);
	}

	@Test
	void rifiutoIsPure() {
		classes().that()
			.resideInAPackage(sotto("rifiuto"))
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", sotto("rifiuto"))
			.check(CLASSI);
	}

	@Test
	void theRulesKnowNoSpring() {
		noClasses().that()
			.resideInAnyPackage(sotto("termine"), sotto("rifiuto"), sotto("avviso"), sotto("ente"),
					sotto("candidatura"))
			.and(DescribedPredicate.not(repository()))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(CLASSI);
	}

	@Test
	void theInnermostPackagesKnowNoFramework() {
		noClasses().that()
			.resideInAnyPackage(sotto("termine"), sotto("rifiuto"), sotto("avviso"))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", MOTORE, "jakarta..", "java.sql..", "javax.sql..")
			.check(CLASSI);
	}

	// The engine

	@Test
	void onlyProcessoKnowsTheEngine() {
		noClasses().that()
			.resideOutsideOfPackage(sotto("processo"))
			.should()
			.dependOnClassesThat()
			.resideInAPackage(MOTORE)
			.check(CLASSI);
	}

	@Test
	void onlyTheseClassesReachIntoTheEngine() {
		Map<String, Set<String>> dentro = new TreeMap<>();
		for (JavaClass classe : CLASSI) {
			classe.getDirectDependenciesFromSelf()
				.stream()
				.map((dipendenza) -> dipendenza.getTargetClass().getBaseComponentType())
				.filter(resideInAPackage(MOTORE_DENTRO))
				.forEach((impl) -> dentro.computeIfAbsent(esterna(classe), (nome) -> new TreeSet<>())
					.add(impl.getFullName()));
		}
		assertThat(dentro.keySet()).as("classes that depend on %s, found: %s", MOTORE_DENTRO, dentro)
			.containsExactlyElementsOf(DENTRO_IL_MOTORE.keySet());
	}

	// Time

	@Test
	void timeComesFromTheClock() {
		noClasses().that()
			.resideOutsideOfPackage(sotto("processo.orologio"))
			.should()
			.accessTargetWhere(DescribedPredicate.describe("reads the time of the machine", ArchitetturaTest::leggeOra))
			.check(CLASSI);
	}

	// Habits

	@Test
	void nothingIsInjectedIntoFields() {
		noFields().should()
			.beAnnotatedWith(Autowired.class)
			.orShould()
			.beAnnotatedWith("jakarta.inject.Inject")
			.orShould()
			.beAnnotatedWith("jakarta.annotation.Resource")
			.check(CLASSI);
	}

	@Test
	void everyPackageSaysWhatItIsFor() throws IOException {
		Set<Path> conClassi = new TreeSet<>();
		Set<Path> spiegati = new HashSet<>();
		try (Stream<Path> file = Files.walk(Path.of("src", "main", "java"))) {
			for (Path percorso : file.filter((p) -> p.toString().endsWith(".java")).toList()) {
				conClassi.add(percorso.getParent());
				if (percorso.endsWith("package-info.java") && Files.readString(percorso).startsWith("/**")) {
					spiegati.add(percorso.getParent());
				}
			}
		}
		conClassi.removeAll(spiegati);
		assertThat(conClassi).as("packages without a package-info.java that says something").isEmpty();
	}

	private static boolean leggeOra(JavaAccess<?> accesso) {
		if (!(accesso.getTarget() instanceof CodeUnitAccessTarget metodo)) {
			return false;
		}
		String classe = metodo.getOwner().getFullName();
		List<String> parametri = metodo.getRawParameterTypes().stream().map(JavaClass::getFullName).toList();
		boolean senzaOrologio = !parametri.contains(Clock.class.getName());
		return switch (metodo.getName()) {
			case "now" -> classe.startsWith("java.time.") && senzaOrologio;
			case "currentTimeMillis" -> classe.equals(System.class.getName());
			case "getInstance" -> classe.equals(Calendar.class.getName());
			case "<init>" -> classe.equals(Date.class.getName()) && parametri.isEmpty();
			default -> classe.equals(Clock.class.getName())
					&& (metodo.getName().startsWith("system") || metodo.getName().startsWith("tick") && senzaOrologio);
		};
	}

	private static DescribedPredicate<JavaClass> repository() {
		return DescribedPredicate.describe("of a *Repository", (classe) -> esterna(classe).endsWith("Repository"));
	}

	/** The outermost class, without the root package. */
	private static String esterna(JavaClass classe) {
		JavaClass esterna = classe;
		while (esterna.getEnclosingClass().isPresent()) {
			esterna = esterna.getEnclosingClass().get();
		}
		return esterna.getFullName().substring(RADICE.length() + 1);
	}

	private static String sotto(String pacchetto) {
		return RADICE + "." + pacchetto + "..";
	}

}
