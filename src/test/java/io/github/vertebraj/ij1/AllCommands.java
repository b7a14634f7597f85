package io.github.vertebraj.ij1;

import java.util.Comparator;
import java.util.List;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The commands that SciJava finds, ours and the tests' own, in the order of the menu. */
final class AllCommands {

	private AllCommands() {}

	static List<CommandInfo> in(final Context context) {
		return context.service(CommandService.class).getCommands().stream().filter(CommandInputs::isOurs).sorted(Comparator
			.comparingDouble((CommandInfo command) -> command.getMenuPath().getLeaf().getWeight()).thenComparing(
				CommandInputs::labelOf)).toList();
	}

	/** Those that people get. */
	static List<CommandInfo> released(final Context context) {
		return in(context).stream().filter(command -> !command.getDelegateClassName().startsWith(AllCommands.class
			.getPackageName())).toList();
	}
}
