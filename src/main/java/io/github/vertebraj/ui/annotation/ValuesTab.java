package io.github.vertebraj.ui.annotation;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Locale;

import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;

import io.github.vertebraj.reading.study.Finding;
import io.github.vertebraj.reading.study.Measurement;
import io.github.vertebraj.ui.model.AnnotationModel;
import io.github.vertebraj.ui.model.PanelState;
import io.github.vertebraj.ui.model.ShownCase;

/** The centre and the measured values of the selected segment. */
final class ValuesTab extends JPanel {

	private static final long serialVersionUID = 1L;

	private final JLabel centre = new JLabel();
	private final Values values = new Values();
	private final JButton place = new JButton("Place centres (C)");
	private final JButton attach = new JButton("Attach values (V)");

	/** The rows. */
	private static final class Values extends AbstractTableModel {

		private static final long serialVersionUID = 1L;
		private static final List<String> HEADERS = List.of("Region", "Quantity", "Value");

		private transient List<Measurement> rows = List.of();

		@Override
		public int getRowCount() {
			return rows.size();
		}

		@Override
		public int getColumnCount() {
			return HEADERS.size();
		}

		@Override
		public String getColumnName(final int column) {
			return HEADERS.get(column);
		}

		@Override
		public Object getValueAt(final int row, final int column) {
			final Measurement value = rows.get(row);
			return switch (column) {
				case 0 -> value.region();
				case 1 -> value.quantity();
				default -> Double.isNaN(value.value()) ? "not measurable" : String.format(Locale.ROOT, "%.4g", value.value());
			};
		}

		void show(final List<Measurement> measurements) {
			if (measurements.equals(rows)) return;
			rows = measurements;
			fireTableDataChanged();
		}
	}

	ValuesTab(final AnnotationModel model, final PanelCommands.Surroundings window) {
		super(new BorderLayout());
		place.addActionListener(event -> window.placeCentres());
		attach.addActionListener(event -> window.attachValues());
		place.setRequestFocusEnabled(false);
		attach.setRequestFocusEnabled(false);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 2));
		buttons.add(place);
		buttons.add(attach);
		final JPanel top = new JPanel(new BorderLayout());
		top.add(centre, BorderLayout.NORTH);
		top.add(buttons, BorderLayout.CENTER);
		add(top, BorderLayout.NORTH);
		final JTable table = new JTable(values);
		table.setFocusable(false);
		add(new JScrollPane(table), BorderLayout.CENTER);
		model.listen(this::show);
	}

	private void show(final PanelState state) {
		final Finding finding = state.shown().map(ShownCase::finding).orElse(Finding.EMPTY);
		centre.setText(finding.position().map(at -> String.format(Locale.ROOT, " Centre: %.1f, %.1f, %.1f mm", at.xMm(), at
			.yMm(), at.zMm())).orElse(" No centre placed"));
		values.show(finding.measurements());
		final boolean isEditable = state.shown().filter(ShownCase::isEditable).isPresent();
		place.setEnabled(isEditable);
		attach.setEnabled(isEditable);
	}
}
