package io.github.vertebraj.ui.annotation;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;

import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableModel;

import io.github.vertebraj.reading.store.Problem;
import io.github.vertebraj.reading.store.WorklistItem;

/** Asks which case to read. */
final class CaseList {

	private CaseList() {}

	/** The case that the user chose; empty when none. */
	static Optional<String> ask(final Component parent, final List<WorklistItem> worklist) {
		final DefaultTableModel rows = new DefaultTableModel(new Object[] { "#", "Case", "State", "Rated" }, 0) {

			private static final long serialVersionUID = 1L;

			@Override
			public boolean isCellEditable(final int row, final int column) {
				return false;
			}
		};
		for (int i = 0; i < worklist.size(); i++)
			rows.addRow(row(i + 1, worklist.get(i)));
		final JTable table = new JTable(rows);
		table.setName("cases");
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.getColumnModel().getColumn(0).setMaxWidth(50);
		if (!worklist.isEmpty()) table.setRowSelectionInterval(0, 0);
		final JPanel panel = new JPanel(new BorderLayout());
		final JScrollPane scroll = new JScrollPane(table);
		scroll.setPreferredSize(new Dimension(420, 260));
		panel.add(scroll);
		final int answer = JOptionPane.showConfirmDialog(parent, panel, "Cases in your order", JOptionPane.OK_CANCEL_OPTION,
			JOptionPane.PLAIN_MESSAGE);
		return answer == JOptionPane.OK_OPTION && table.getSelectedRow() >= 0 ? Optional.of(worklist.get(table
			.getSelectedRow()).caseId()) : Optional.empty();
	}

	private static Object[] row(final int number, final WorklistItem item) {
		return new Object[] { number, item.caseId(), switch (item.state()) {
			case NOT_STARTED -> "not begun";
			case STARTED -> "begun";
			case FINISHED -> "finished";
			case DAMAGED -> "cannot be used: " + item.problem().map(Problem::message).orElse("");
		}, item.total() == 0 ? "" : item.rated() + " of " + item.total() };
	}
}
