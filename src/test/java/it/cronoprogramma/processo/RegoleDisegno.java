package it.cronoprogramma.processo;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The rules on the drawing of a model. Each gives one line per violation, which begins
 * with the element; none where the model is in order.
 */
final class RegoleDisegno {

	private static final double TOLLERANZA = 1;

	private final Map<String, FlowNode> nodi = new LinkedHashMap<>();

	private final Map<String, Rectangle2D> riquadri = new TreeMap<>();

	private final Map<String, List<Point2D>> linee = new TreeMap<>();

	private final Collection<SequenceFlow> flussi;

	private RegoleDisegno(ModelloBpmn m) {
		m.tutti(FlowNode.class).forEach((nodo) -> this.nodi.put(nodo.getId(), nodo));
		this.flussi = m.tutti(SequenceFlow.class);
		for (BpmnShape forma : m.tutti(BpmnShape.class)) {
			Bounds b = forma.getBounds();
			if (forma.getBpmnElement() != null && b != null) {
				this.riquadri.put(forma.getBpmnElement().getId(),
						new Rectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight()));
			}
		}
		for (BpmnEdge linea : m.tutti(BpmnEdge.class)) {
			if (linea.getBpmnElement() != null) {
				this.linee.put(linea.getBpmnElement().getId(),
						linea.getWaypoints().stream().map(RegoleDisegno::punto).toList());
			}
		}
	}

	static List<String> completo(ModelloBpmn m) {
		RegoleDisegno disegno = new RegoleDisegno(m);
		List<String> violazioni = new ArrayList<>();
		for (String nodo : disegno.nodi.keySet()) {
			if (!disegno.riquadri.containsKey(nodo)) {
				violazioni.add(nodo + ": has no BPMNShape");
			}
		}
		for (SequenceFlow flusso : disegno.flussi) {
			if (disegno.linee.getOrDefault(flusso.getId(), List.of()).size() < 2) {
				violazioni.add(flusso.getId() + ": has no BPMNEdge with two waypoints");
			}
		}
		return violazioni;
	}

	static List<String> senzaSovrapposizioni(ModelloBpmn m) {
		RegoleDisegno disegno = new RegoleDisegno(m);
		List<String> violazioni = new ArrayList<>();
		List<FlowNode> nodi = disegno.disegnati();
		for (int i = 0; i < nodi.size(); i++) {
			for (int j = i + 1; j < nodi.size(); j++) {
				FlowNode uno = nodi.get(i);
				FlowNode altro = nodi.get(j);
				boolean insieme = contenitori(uno).contains(altro) || contenitori(altro).contains(uno)
						|| ospite(uno, altro) || ospite(altro, uno);
				if (!insieme && disegno.riquadro(uno).intersects(disegno.riquadro(altro))) {
					violazioni.add("%s: its box overlaps that of %s".formatted(uno.getId(), altro.getId()));
				}
			}
		}
		return violazioni;
	}

	static List<String> figliDentro(ModelloBpmn m) {
		RegoleDisegno disegno = new RegoleDisegno(m);
		List<String> violazioni = new ArrayList<>();
		for (FlowNode nodo : disegno.disegnati()) {
			if (nodo.getParentElement() instanceof SubProcess padre && disegno.riquadri.containsKey(padre.getId())
					&& !disegno.riquadro(padre).contains(disegno.riquadro(nodo))) {
				violazioni
					.add("%s: its box is not inside that of its sub-process %s".formatted(nodo.getId(), padre.getId()));
			}
		}
		return violazioni;
	}

	static List<String> daSinistraADestra(ModelloBpmn m) {
		RegoleDisegno disegno = new RegoleDisegno(m);
		List<String> violazioni = new ArrayList<>();
		for (SequenceFlow flusso : disegno.flussiDisegnati()) {
			double da = disegno.riquadro(flusso.getSource()).getCenterX();
			double a = disegno.riquadro(flusso.getTarget()).getCenterX();
			if (a < da - TOLLERANZA && !raggiunge(flusso.getTarget(), flusso.getSource())) {
				violazioni.add("%s: runs from right to left, from %s to %s, and closes no loop"
					.formatted(flusso.getId(), flusso.getSource().getId(), flusso.getTarget().getId()));
			}
		}
		return violazioni;
	}

	static List<String> lineeAttaccate(ModelloBpmn m) {
		RegoleDisegno disegno = new RegoleDisegno(m);
		List<String> violazioni = new ArrayList<>();
		for (SequenceFlow flusso : disegno.flussiDisegnati()) {
			List<Point2D> punti = disegno.linee.get(flusso.getId());
			if (!disegno.sulBordo(flusso.getSource(), punti.get(0))) {
				violazioni.add("%s: does not begin on the border of its source %s".formatted(flusso.getId(),
						flusso.getSource().getId()));
			}
			if (!disegno.sulBordo(flusso.getTarget(), punti.get(punti.size() - 1))) {
				violazioni.add("%s: does not end on the border of its target %s".formatted(flusso.getId(),
						flusso.getTarget().getId()));
			}
		}
		return violazioni;
	}

	static List<String> senzaIncroci(ModelloBpmn m) {
		RegoleDisegno disegno = new RegoleDisegno(m);
		List<String> violazioni = new ArrayList<>();
		List<SequenceFlow> flussi = disegno.flussiDisegnati();
		for (int i = 0; i < flussi.size(); i++) {
			for (int j = i + 1; j < flussi.size(); j++) {
				disegno.incrocio(flussi.get(i), flussi.get(j), violazioni);
			}
		}
		return violazioni;
	}

	static List<String> senzaAttraversamenti(ModelloBpmn m) {
		RegoleDisegno disegno = new RegoleDisegno(m);
		List<String> violazioni = new ArrayList<>();
		for (SequenceFlow flusso : disegno.flussiDisegnati()) {
			for (FlowNode nodo : disegno.disegnati()) {
				boolean suo = nodo.equals(flusso.getSource()) || nodo.equals(flusso.getTarget())
						|| contenitori(flusso).contains(nodo);
				if (!suo && disegno.segmenti(flusso)
					.stream()
					.anyMatch((tratto) -> ristretto(disegno.riquadro(nodo)).intersectsLine(tratto))) {
					violazioni.add("%s: passes through the box of %s".formatted(flusso.getId(), nodo.getId()));
				}
			}
		}
		return violazioni;
	}

	private void incrocio(SequenceFlow uno, SequenceFlow altro, List<String> violazioni) {
		Set<FlowNode> comuni = new HashSet<>(List.of(uno.getSource(), uno.getTarget()));
		boolean vicini = comuni.contains(altro.getSource()) || comuni.contains(altro.getTarget());
		List<Line2D> insieme = new ArrayList<>();
		for (Line2D a : segmenti(uno)) {
			for (Line2D b : segmenti(altro)) {
				if (sovrapposti(a, b)) {
					insieme.add(a);
					insieme.add(b);
				}
			}
		}
		if (!insieme.isEmpty() && !vicini) {
			violazioni.add("%s: runs on top of %s, and they share no element".formatted(uno.getId(), altro.getId()));
			return;
		}
		for (Line2D a : segmenti(uno)) {
			for (Line2D b : segmenti(altro)) {
				Point2D punto = incontro(a, b);
				if (punto != null && !estremo(uno, punto) && !estremo(altro, punto)
						&& insieme.stream().filter((tratto) -> tratto.ptSegDist(punto) < TOLLERANZA).count() < 2) {
					violazioni.add("%s: crosses %s at (%.0f, %.0f)".formatted(uno.getId(), altro.getId(), punto.getX(),
							punto.getY()));
					return;
				}
			}
		}
	}

	private boolean estremo(SequenceFlow flusso, Point2D punto) {
		List<Point2D> punti = this.linee.get(flusso.getId());
		return punti.get(0).distance(punto) < TOLLERANZA || punti.get(punti.size() - 1).distance(punto) < TOLLERANZA;
	}

	private List<FlowNode> disegnati() {
		return this.nodi.values().stream().filter((nodo) -> this.riquadri.containsKey(nodo.getId())).toList();
	}

	/** What is not drawn is told by {@link #completo} alone. */
	private List<SequenceFlow> flussiDisegnati() {
		return this.flussi.stream()
			.filter((flusso) -> this.linee.getOrDefault(flusso.getId(), List.of()).size() > 1
					&& this.riquadri.containsKey(flusso.getSource().getId())
					&& this.riquadri.containsKey(flusso.getTarget().getId()))
			.toList();
	}

	private Rectangle2D riquadro(FlowNode nodo) {
		return this.riquadri.get(nodo.getId());
	}

	private List<Line2D> segmenti(SequenceFlow flusso) {
		List<Point2D> punti = this.linee.get(flusso.getId());
		List<Line2D> segmenti = new ArrayList<>();
		for (int i = 1; i < punti.size(); i++) {
			segmenti.add(new Line2D.Double(punti.get(i - 1), punti.get(i)));
		}
		return segmenti;
	}

	private static Set<ModelElementInstance> contenitori(ModelElementInstance elemento) {
		Set<ModelElementInstance> contenitori = new HashSet<>();
		ModelElementInstance padre = elemento.getParentElement();
		while (padre instanceof SubProcess) {
			contenitori.add(padre);
			padre = padre.getParentElement();
		}
		return contenitori;
	}

	private static boolean ospite(FlowNode evento, FlowNode attivita) {
		return evento instanceof BoundaryEvent bordo && attivita.equals(bordo.getAttachedTo());
	}

	private static boolean raggiunge(FlowNode da, FlowNode a) {
		Set<FlowNode> visti = new HashSet<>();
		Deque<FlowNode> coda = new ArrayDeque<>(List.of(da));
		while (!coda.isEmpty()) {
			FlowNode nodo = coda.remove();
			if (nodo.equals(a)) {
				return true;
			}
			if (visti.add(nodo)) {
				nodo.getOutgoing().forEach((flusso) -> coda.add(flusso.getTarget()));
				nodo.getParentElement()
					.getChildElementsByType(BoundaryEvent.class)
					.stream()
					.filter((bordo) -> ospite(bordo, nodo))
					.forEach(coda::add);
			}
		}
		return false;
	}

	private static Point2D punto(Waypoint punto) {
		return new Point2D.Double(punto.getX(), punto.getY());
	}

	private static Rectangle2D ristretto(Rectangle2D r) {
		return new Rectangle2D.Double(r.getX() + TOLLERANZA, r.getY() + TOLLERANZA, r.getWidth() - 2 * TOLLERANZA,
				r.getHeight() - 2 * TOLLERANZA);
	}

	/** Events and gateways do not fill their box: their border may be inside it. */
	private boolean sulBordo(FlowNode nodo, Point2D p) {
		Rectangle2D r = riquadro(nodo);
		Rectangle2D fuori = new Rectangle2D.Double(r.getX() - TOLLERANZA, r.getY() - TOLLERANZA,
				r.getWidth() + 2 * TOLLERANZA, r.getHeight() + 2 * TOLLERANZA);
		return fuori.contains(p) && (!(nodo instanceof Activity) || !ristretto(r).contains(p));
	}

	/** Where two segments meet; {@code null} if nowhere or if they are parallel. */
	private static Point2D incontro(Line2D a, Line2D b) {
		double ax = a.getX2() - a.getX1();
		double ay = a.getY2() - a.getY1();
		double bx = b.getX2() - b.getX1();
		double by = b.getY2() - b.getY1();
		double prodotto = ax * by - ay * bx;
		if (prodotto == 0 || !a.intersectsLine(b)) {
			return null;
		}
		double quota = ((b.getX1() - a.getX1()) * by - (b.getY1() - a.getY1()) * bx) / prodotto;
		return new Point2D.Double(a.getX1() + quota * ax, a.getY1() + quota * ay);
	}

	/** Whether two segments run on top of each other for more than a point. */
	private static boolean sovrapposti(Line2D a, Line2D b) {
		boolean allineati = Line2D.ptLineDist(a.getX1(), a.getY1(), a.getX2(), a.getY2(), b.getX1(),
				b.getY1()) < TOLLERANZA
				&& Line2D.ptLineDist(a.getX1(), a.getY1(), a.getX2(), a.getY2(), b.getX2(), b.getY2()) < TOLLERANZA;
		if (!allineati) {
			return false;
		}
		double ax = a.getX2() - a.getX1();
		double ay = a.getY2() - a.getY1();
		double lunghezza = Math.hypot(ax, ay);
		double da = ((b.getX1() - a.getX1()) * ax + (b.getY1() - a.getY1()) * ay) / lunghezza;
		double fino = ((b.getX2() - a.getX1()) * ax + (b.getY2() - a.getY1()) * ay) / lunghezza;
		return Math.min(lunghezza, Math.max(da, fino)) - Math.max(0, Math.min(da, fino)) > TOLLERANZA;
	}

}
