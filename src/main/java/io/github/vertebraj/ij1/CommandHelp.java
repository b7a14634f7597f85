package io.github.vertebraj.ij1;

import java.util.stream.Collectors;

/** What a dialog's Help button shows: each parameter's description, and how a macro writes it. */
final class CommandHelp {

	private CommandHelp() {}

	/** The help on a command as HTML, for ImageJ's HTML window. */
	static String html(final CommandInputs inputs) {
		final String description = inputs.module().getInfo().getDescription();
		final String rows = inputs.parameters().stream().map(CommandHelp::row).collect(Collectors.joining());
		final String options = inputs.parameters().stream().map(parameter -> parameter.key() + "=...").collect(Collectors
			.joining(" "));
		return "<html><h2>" + escaped(inputs.title()) + "</h2><p>" + escaped(description == null ? "" : description) +
			"</p><table cellpadding=4>" + rows + "</table><p>In a macro: <code>run(\"" + escaped(inputs.label()) + "\", \"" +
			options + "\");</code></p></html>";
	}

	private static String row(final CommandParameter parameter) {
		final String unit = parameter.unit().isEmpty() ? "" : " (" + parameter.unit() + ")";
		final String choices = parameter.choices().isEmpty() ? "" : " One of: <code>" + escaped(String.join(", ", parameter
			.choices())) + "</code>.";
		final String empty = parameter.isRequired() ? "" : " <i>May be left empty.</i>";
		return "<tr valign=top><td><b>" + escaped(parameter.label() + unit) + "</b><br><code>" + parameter.key() +
			"</code></td><td>" + escaped(parameter.description()) + choices + empty + "</td></tr>";
	}

	private static String escaped(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
