package it.cronoprogramma.processo.motore;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.ProcessEngineElContext;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.joda.time.DateTime;
import org.springframework.context.ApplicationContext;

/**
 * Closes CVE-2026-109432, for which the last community release has no fix: any logged-in
 * user could run code by an expression in a task query's or-part. In 7.24.0 an expression
 * is evaluated without a scope only for queries; there nothing is reachable but the date
 * functions and arithmetic on their result. The expressions of the models have a scope
 * and are not touched.
 */
final class EspressioniSicure extends SpringExpressionManager {

	EspressioniSicure(ApplicationContext contesto, Map<Object, Object> beans) {
		super(contesto, beans);
	}

	@Override
	protected ProcessEngineElContext createElContext(VariableScope scope) {
		if (scope != null) {
			return super.createElContext(scope);
		}
		ensureInitialized();
		ProcessEngineElContext contesto = new ProcessEngineElContext(this.functionMapper, new SoloDate());
		contesto.putContext(ExpressionFactory.class, this.expressionFactory);
		return contesto;
	}

	/** Resolves nothing but arithmetic on dates. */
	private static final class SoloDate extends ELResolver {

		private static final Set<String> ARITMETICA = Set.of("plusDays", "plusWeeks", "plusMonths", "plusYears",
				"plusHours", "plusMinutes", "plusSeconds", "minusDays", "minusWeeks", "minusMonths", "minusYears",
				"minusHours", "minusMinutes", "minusSeconds", "withTimeAtStartOfDay", "withDayOfMonth", "withDayOfWeek",
				"withMonthOfYear", "withYear", "withHourOfDay", "withMinuteOfHour", "withSecondOfMinute", "toDate");

		private final BeanELResolver metodi = new BeanELResolver();

		@Override
		public Object invoke(ELContext contesto, Object base, Object metodo, Class<?>[] tipi, Object[] argomenti) {
			if (base instanceof DateTime && ARITMETICA.contains(String.valueOf(metodo))) {
				return this.metodi.invoke(contesto, base, metodo, tipi, argomenti);
			}
			throw negato(metodo);
		}

		@Override
		public Object getValue(ELContext contesto, Object base, Object proprieta) {
			throw negato(proprieta);
		}

		@Override
		public Class<?> getType(ELContext contesto, Object base, Object proprieta) {
			throw negato(proprieta);
		}

		@Override
		public void setValue(ELContext contesto, Object base, Object proprieta, Object valore) {
			throw negato(proprieta);
		}

		@Override
		public boolean isReadOnly(ELContext contesto, Object base, Object proprieta) {
			return true;
		}

		@Override
		public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext contesto, Object base) {
			return null;
		}

		@Override
		public Class<?> getCommonPropertyType(ELContext contesto, Object base) {
			return Object.class;
		}

		private static ELException negato(Object nome) {
			return new ELException("Espressione non ammessa in un'interrogazione: «" + nome
					+ "». Si possono usare solo now(), dateTime(), currentUser(), currentUserGroups() e i calcoli su date.");
		}

	}

}
