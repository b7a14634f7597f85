package io.github.vertebraj.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

import io.github.vertebraj.report.RocCases.NamedCurve;
import io.github.vertebraj.report.chart.RocFigure;
import io.github.vertebraj.statistics.diagnostic.AucEstimate;
import io.github.vertebraj.statistics.diagnostic.ChosenCutOff;
import io.github.vertebraj.statistics.diagnostic.RocBand;
import io.github.vertebraj.statistics.diagnostic.RocBandEstimate;
import io.github.vertebraj.statistics.diagnostic.RocCurve;
import io.github.vertebraj.statistics.diagnostic.RocPoint;

/** The figure of an ROC analysis: all curves in one square, with their bands and cut-offs. */
public final class RocPlot {

	/** A curve of more points than the figure has pixels looks the same with these. */
	private static final int MOST_POINTS = 4000;
	private static final int DIGITS = 3;

	private RocPlot() {}

	/**
	 * @param estimates one for each curve
	 * @param rule      of the cut-offs; the first on each curve is marked
	 * @param band      makes the bands; without it there are none
	 */
	public static RocFigure of(final RocCases cases, final List<AucEstimate> estimates, final CutOffRule rule,
		final Optional<RocBandEstimate> band, final DoubleConsumer progress)
	{
		final List<RocFigure.Curve> curves = new ArrayList<>();
		for (int i = 0; i < estimates.size(); i++) {
			final NamedCurve named = cases.curves().get(i);
			final double done = i;
			final DoubleConsumer part = of -> progress.accept((done + of) / estimates.size());
			curves.add(curve(named, estimates.get(i), rule.choose(named.curve()).get(0), band.map(estimate -> band(estimate.of(
				named.curve(), part)))));
		}
		return new RocFigure(cases.outcome(), curves);
	}

	private static RocFigure.Curve curve(final NamedCurve named, final AucEstimate estimate, final ChosenCutOff chosen,
		final Optional<RocFigure.Band> band)
	{
		final boolean isTrivial = Double.isInfinite(chosen.cutOff().threshold());
		return curve(named.name(), area("AUC", estimate), named.curve(), band, isTrivial ? Optional.empty() : Optional.of(
			new RocFigure.CutOff(1 - chosen.accuracy().specificity().value(), chosen.accuracy().sensitivity().value(), chosen
				.cutOff().rule().sign() + " " + Numbers.digits(chosen.cutOff().threshold(), 4))));
	}

	/** An area with its interval, as the legend has it. */
	static String area(final String name, final AucEstimate estimate) {
		return name + " " + Numbers.decimals(estimate.auc(), DIGITS) + " (" + Numbers.decimals(estimate.interval().lower(),
			DIGITS) + " to " + Numbers.decimals(estimate.interval().upper(), DIGITS) + ")";
	}

	/** A curve as it is drawn: of very many points every so manieth, the last included. */
	static RocFigure.Curve curve(final String name, final String area, final RocCurve curve,
		final Optional<RocFigure.Band> band, final Optional<RocFigure.CutOff> cutOff)
	{
		final List<RocPoint> all = curve.points();
		final int step = 1 + all.size() / MOST_POINTS;
		final List<RocPoint> points = IntStream.range(0, all.size()).filter(i -> i % step == 0 || i == all.size() - 1)
			.mapToObj(all::get).toList();
		return new RocFigure.Curve(name, area, points.stream().mapToDouble(point -> 1 - point.specificity()).toArray(), points
			.stream().mapToDouble(RocPoint::sensitivity).toArray(), band, cutOff);
	}

	static RocFigure.Band band(final RocBand band) {
		return new RocFigure.Band(Arrays.stream(band.specificity()).map(specificity -> 1 - specificity).toArray(), band.lower(),
			band.upper());
	}
}
