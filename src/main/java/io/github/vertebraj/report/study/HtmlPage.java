package io.github.vertebraj.report.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.vertebraj.report.Provenance;
import io.github.vertebraj.report.ResultTable;

/**
 * Tables, figures and notes as one page that needs no other file and no network. On paper, figures and rows are not torn
 * apart, and the headers of a table stand on each sheet.
 */
final class HtmlPage {

	private static final String STYLE = """
		body { font: 15px/1.45 sans-serif; color: #111; max-width: 62em; margin: 2em auto; padding: 0 1em }
		h1 { font-size: 1.6em } h2 { font-size: 1.2em; margin-top: 2em }
		table { border-collapse: collapse; font-size: 0.86em; margin: 0.6em 0 }
		th { text-align: left; border-bottom: 2px solid #333; vertical-align: bottom }
		th, td { padding: 0.15em 0.7em 0.15em 0 } td { border-bottom: 1px solid #ddd; vertical-align: top }
		td.number { text-align: right; font-variant-numeric: tabular-nums }
		figure { margin: 1em 0 } figure img { width: 100%; max-width: 46em }
		.scroll { overflow-x: auto } .long { max-height: 34em; overflow: auto; border-bottom: 1px solid #999 }
		@media print { @page { size: A4 landscape; margin: 14mm } body { max-width: none; margin: 0; font-size: 10pt }
			.scroll { overflow: visible; max-height: none } h2 { break-after: avoid } tr, figure { break-inside: avoid }
			thead { display: table-header-group } figure img { max-height: 170mm; width: auto; max-width: 100% } }
		""";
	/** Longer tables are scrolled on a screen; on paper all rows are there. */
	private static final int MANY_ROWS = 60;
	/** The page shows the beginning of a very long table; its file has all. */
	private static final int MOST_ROWS = 2000;

	private static final int MOST_BYTES = 1_000_000;

	private final StringBuilder html = new StringBuilder();

	HtmlPage(final String title, final List<String> notes) {
		html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\"" +
			" content=\"width=device-width, initial-scale=1\">\n<title>").append(escaped(title)).append("</title>\n<style>\n")
			.append(STYLE).append("</style>\n</head>\n<body>\n<h1>").append(escaped(title)).append("</h1>\n");
		if (notes.isEmpty()) return;
		html.append("<ul>\n");
		notes.forEach(note -> html.append("<li>").append(escaped(note)).append("</li>\n"));
		html.append("</ul>\n");
	}

	HtmlPage heading(final String text) {
		html.append("<h2>").append(escaped(text)).append("</h2>\n");
		return this;
	}

	/** A figure as lines, or as pixels where there are so many lines that a page would become slow. */
	HtmlPage figure(final String name, final byte[] svg, final byte[] png) {
		final boolean isSmall = svg.length <= MOST_BYTES;
		html.append("<figure><img alt=\"").append(escaped(name)).append("\" src=\"data:image/").append(isSmall ? "svg+xml"
			: "png").append(";base64,").append(Base64.getEncoder().encodeToString(isSmall ? svg : png)).append(
				"\"></figure>\n");
		return this;
	}

	/** @param file in which the table lies too */
	HtmlPage table(final String file, final ResultTable table) {
		if (table.rowCount() == 0) return this;
		final boolean isLong = table.rowCount() > MANY_ROWS;
		html.append("<h2>").append(escaped(table.title())).append("</h2>\n");
		html.append("<p>").append(file).append(isLong ? ", " + table.rowCount() + " rows" : "").append("</p>\n<div class=\"scroll")
			.append(isLong ? " long" : "").append("\"><table>\n<thead><tr>");
		table.headers().forEach(header -> html.append("<th>").append(escaped(header)).append("</th>"));
		html.append("</tr></thead>\n<tbody>\n");
		table.rows().stream().limit(MOST_ROWS).forEach(row -> {
			html.append("<tr>");
			row.forEach(this::cell);
			html.append("</tr>\n");
		});
		html.append("</tbody></table></div>\n");
		if (table.rowCount() > MOST_ROWS) html.append("<p>The first ").append(MOST_ROWS).append(" rows; ").append(file).append(
			" has all.</p>\n");
		return this;
	}

	private void cell(final Object cell) {
		final boolean isNumber = cell instanceof Number;
		html.append(isNumber ? "<td class=\"number\">" : "<td>").append(escaped(text(cell))).append("</td>");
	}

	/** Four significant digits are enough to read; the file has all. */
	private static String text(final Object cell) {
		if (!(cell instanceof Double number)) return cell.toString();
		if (number.isNaN()) return "not measurable";
		if (number == 0 || number == Math.rint(number) && Math.abs(number) < 1e6) return String.format(Locale.ROOT, "%.0f",
			number);
		return Math.abs(number) < 1e-4 ? String.format(Locale.ROOT, "%.2e", number) : Math.abs(number) >= 1000 ? String.format(
			Locale.ROOT, "%.1f", number) : new BigDecimal(number).round(new MathContext(4)).toPlainString();
	}

	String end(final Provenance provenance) {
		html.append("<h2>How it was made</h2>\n<table><tbody>\n");
		provenance.asTags().forEach((name, value) -> html.append("<tr><td>").append(escaped(name)).append("</td><td>").append(
			escaped(value)).append("</td></tr>\n"));
		return html.append("</tbody></table>\n<p>For research only; never a diagnosis.</p>\n</body>\n</html>\n").toString();
	}

	byte[] bytes(final Provenance provenance) {
		return end(provenance).getBytes(StandardCharsets.UTF_8);
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	/** Tables in their order, by file. */
	HtmlPage tables(final Map<String, ResultTable> tables) {
		tables.forEach(this::table);
		return this;
	}
}
