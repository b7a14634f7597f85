package io.github.vertebraj.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.vertebraj.statistics.Keyed;
import io.github.vertebraj.statistics.diagnostic.ChosenCutOff;
import io.github.vertebraj.statistics.diagnostic.CutOff;
import io.github.vertebraj.statistics.diagnostic.CutOff.Rule;
import io.github.vertebraj.statistics.diagnostic.CutOffs;
import io.github.vertebraj.statistics.diagnostic.Direction;
import io.github.vertebraj.statistics.diagnostic.RocCurve;

/**
 * How a cut-off is chosen.
 *
 * @param kind   by what
 * @param target the sensitivity or specificity to reach, 0 to 1; or the cut-off itself, which may have its rule before it:
 *               {@code 1.21}, {@code >= 1.21}
 */
public record CutOffRule(Kind kind, Optional<String> target) {

	/** What a cut-off is chosen by. */
	public enum Kind implements Keyed {

		YOUDEN("Youden"), SENSITIVITY("sensitivity"), SPECIFICITY("specificity"), VALUE("value");

		private final String key;

		Kind(final String key) {
			this.key = key;
		}

		@Override
		public String key() {
			return key;
		}
	}

	private static final Pattern VALUE = Pattern.compile("(>=|<=|>|<)?\\s*([-+.0-9eE]+)");

	/** @throws IllegalArgumentException if the target is missing, needless or no number */
	public CutOffRule {
		if (kind == Kind.YOUDEN && target.isPresent()) throw new IllegalArgumentException(
			"target must be left empty for the cut-off with the greatest Youden index, but is " + target.get());
		if (kind != Kind.YOUDEN) parse(target.orElseThrow(() -> new IllegalArgumentException("target must be given: the " + kind
			.key() + (kind == Kind.VALUE ? " of the cut-off, such as 1.21 or >= 1.21" : " to reach, such as 0.9"))));
	}

	/** The cut-offs on a curve; several where they are equally good. */
	public List<ChosenCutOff> choose(final RocCurve curve) {
		final CutOffs all = CutOffs.of(curve);
		return switch (kind) {
			case YOUDEN -> all.youden();
			case SENSITIVITY -> List.of(all.atSensitivity(number()));
			case SPECIFICITY -> List.of(all.atSpecificity(number()));
			case VALUE -> List.of(all.given(new CutOff(number(), rule(curve.direction()))));
		};
	}

	private double number() {
		return Double.parseDouble(parse(target.orElseThrow()).group(2));
	}

	/** Without a sign the cut-off itself is positive. */
	private Rule rule(final Direction direction) {
		final String sign = parse(target.orElseThrow()).group(1);
		if (sign == null) return direction == Direction.LOWER_IS_POSITIVE ? Rule.AT_OR_BELOW : Rule.AT_OR_ABOVE;
		return List.of(Rule.values()).stream().filter(rule -> rule.sign().equals(sign)).findFirst().orElseThrow();
	}

	private static Matcher parse(final String text) {
		final Matcher matcher = VALUE.matcher(text.strip());
		try {
			if (matcher.matches() && Double.isFinite(Double.parseDouble(matcher.group(2)))) return matcher;
		}
		catch (final NumberFormatException e) {
			// refused below
		}
		throw new IllegalArgumentException("target must be a number such as 0.9, or for a given cut-off 1.21 or >= 1.21, but is '" +
			text + "'");
	}
}
