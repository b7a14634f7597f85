package io.github.vertebraj.ij1;

import java.awt.Frame;
import java.awt.Image;
import java.awt.Window;
import java.lang.reflect.Constructor;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;

import sun.reflect.ReflectionFactory;

/**
 * The window of a results table where there is no display. ImageJ finds a table only through the window that shows it,
 * and shows none without a display, so its macro functions ({@code Table.get}, {@code selectWindow},
 * {@code saveAs("Results", ...)}) find nothing there. This stands in for the window: it is in ImageJ's list of windows,
 * and knows its title and its table.
 * <p>
 * Java lets nobody construct a window without a display, so these two are made without their constructors, as
 * deserialization makes its objects, and answer only what ImageJ asks of a table's window.
 */
final class HeadlessTable extends TextWindow {

	private static final long serialVersionUID = 1;

	private ResultsTable table;
	private String title;
	private Panel panel;

	private HeadlessTable() {
		super("", "", 0, 0);
	}

	/** Puts a table where macros find it under that title, in the place of an older one. */
	static void show(final ResultsTable table, final String title) {
		final Window old = WindowManager.getWindow(title);
		if (old instanceof HeadlessTable) WindowManager.removeWindow(old);
		final HeadlessTable window = make(HeadlessTable.class);
		window.table = table;
		window.title = title;
		window.panel = make(Panel.class);
		window.panel.table = table;
		table.show(title); // shows nothing, but tells the table its title
		WindowManager.addWindow((Frame) window);
		WindowManager.setWindow((Frame) window);
	}

	private static <T> T make(final Class<T> type) {
		try {
			final Constructor<?> constructor = ReflectionFactory.getReflectionFactory().newConstructorForSerialization(type,
				Object.class.getDeclaredConstructor());
			return type.cast(constructor.newInstance());
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException("Java does not let a table be shown without a display", e);
		}
	}

	@Override
	public String getTitle() {
		return title;
	}

	@Override
	public void setTitle(final String title) {
		this.title = title;
	}

	@Override
	public ResultsTable getResultsTable() {
		return table;
	}

	@Override
	public TextPanel getTextPanel() {
		return panel;
	}

	@Override
	public void rename(final String newTitle) {
		title = newTitle;
		table.show(newTitle);
	}

	@Override
	public void toFront() {
		WindowManager.setWindow((Frame) this);
	}

	@Override
	public void setState(final int state) {
		// never iconified
	}

	@Override
	public void setIconImage(final Image image) {
		// Fiji gives each window its icon
	}

	@Override
	public void close() {
		WindowManager.removeWindow((Frame) this);
	}

	@Override
	public void close(final boolean showDialog) {
		close();
	}

	@Override
	public void dispose() {
		close();
	}

	/** The part of a table's window that saves it. */
	private static final class Panel extends TextPanel {

		private static final long serialVersionUID = 1;

		private ResultsTable table;

		@Override
		public ResultsTable getResultsTable() {
			return table;
		}

		@Override
		public ResultsTable getOrCreateResultsTable() {
			return table;
		}

		@Override
		public String getColumnHeadings() {
			return table.getColumnHeadings();
		}

		@Override
		public int getLineCount() {
			return table.size();
		}

		@Override
		public String getText() {
			final StringBuilder text = new StringBuilder(table.getColumnHeadings()).append('\n');
			for (int row = 0; row < table.size(); row++)
				text.append(table.getRowAsString(row)).append('\n');
			return text.toString();
		}

		@Override
		public boolean saveAs(final String path) {
			return table.save(path);
		}
	}
}
