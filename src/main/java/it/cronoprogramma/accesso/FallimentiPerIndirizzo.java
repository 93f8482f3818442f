package it.cronoprogramma.accesso;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;

/**
 * How often somebody at an address may fail before it has to wait.
 */
final class FallimentiPerIndirizzo {

	/** Addresses that are remembered at the same time. */
	private static final int INDIRIZZI_MASSIMI = 100_000;

	private final LoadingCache<String, Bucket> indirizzi;

	/**
	 * A count.
	 * @param massimi how many times
	 * @param finestra how long until all are forgotten
	 */
	FallimentiPerIndirizzo(int massimi, Duration finestra) {
		this.indirizzi = Caffeine.newBuilder()
			.maximumSize(INDIRIZZI_MASSIMI)
			.expireAfterAccess(finestra)
			.build((indirizzo) -> Bucket.builder()
				.addLimit((limite) -> limite.capacity(massimi).refillGreedy(massimi, finestra))
				.build());
	}

	/**
	 * Somebody has failed.
	 * @param indirizzo the address
	 */
	void fallito(String indirizzo) {
		this.indirizzi.get(indirizzo).tryConsume(1);
	}

	/**
	 * How long an address has to wait.
	 * @param indirizzo the address
	 * @return seconds; 0 if it may try
	 */
	long attesa(String indirizzo) {
		Bucket suo = this.indirizzi.getIfPresent(indirizzo);
		if (suo == null || suo.getAvailableTokens() > 0) {
			return 0;
		}
		ConsumptionProbe prova = suo.tryConsumeAndReturnRemaining(1);
		return prova.isConsumed() ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toSeconds(prova.getNanosToWaitForRefill()));
	}

}
