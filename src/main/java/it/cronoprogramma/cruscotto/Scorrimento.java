package it.cronoprogramma.cruscotto;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Goes through many rows, a few thousand at a time: the next ones are read after the last
 * of those before.
 *
 * @param <T> a row
 */
final class Scorrimento<T> implements Iterator<T> {

	private final Function<T, List<T>> leggi;

	private final int perVolta;

	private List<T> righe;

	private int posto;

	/**
	 * Begins.
	 * @param leggi reads the rows after one, after {@code null} the first
	 * @param perVolta how many it reads: fewer are the last
	 */
	Scorrimento(Function<T, List<T>> leggi, int perVolta) {
		this.leggi = leggi;
		this.perVolta = perVolta;
		this.righe = leggi.apply(null);
	}

	@Override
	public boolean hasNext() {
		if (this.posto == this.righe.size() && this.righe.size() == this.perVolta) {
			this.righe = this.leggi.apply(this.righe.get(this.posto - 1));
			this.posto = 0;
		}
		return this.posto < this.righe.size();
	}

	@Override
	public T next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return this.righe.get(this.posto++);
	}

}
