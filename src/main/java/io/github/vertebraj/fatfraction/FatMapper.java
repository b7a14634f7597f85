package io.github.vertebraj.fatfraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.ValueScale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Cast;
import net.imglib2.view.Views;

/**
 * Fat fraction of an image by any model: finds the volumes that the model needs by their slice labels, the field
 * strength by the image's tags, and has the model's own mapper compute. Immutable; one mapper serves any number
 * of threads.
 */
public final class FatMapper {

	/**
	 * @param maps  the fat fraction and what else was asked for
	 * @param notes what a reader should know about them
	 */
	public record Result(FatMaps maps, List<String> notes) {

		public Result {
			notes = List.copyOf(notes);
		}
	}

	/** Turns that an echo may be away from in or opposed phase, as in {@link ThreePointMapper}. */
	static final double TOLERANCE = 0.15;

	private static final String FIELD_STRENGTH = "0018,0087";

	private final FatOptions options;

	public FatMapper(final FatOptions options) {
		this.options = Objects.requireNonNull(options, "options");
	}

	/** The maps that a model has beside the fat fraction. */
	static Set<FatOutput> available(final FatModel model) {
		return switch (model) {
			case WATER_FAT -> WaterFatMapper.AVAILABLE;
			case IN_OPPOSED -> InOpposedMapper.AVAILABLE;
			case THREE_POINT -> ThreePointMapper.AVAILABLE;
			case MULTI_ECHO_MAGNITUDE -> MagnitudeMapper.AVAILABLE;
			case MULTI_ECHO_COMPLEX -> ComplexMapper.AVAILABLE;
		};
	}

	/**
	 * @param image    planes labelled {@code te=1.2; component=real}
	 * @param progress receives the share that is done, 0 to 1
	 * @throws IllegalArgumentException when the image lacks what the model needs, or no voxel has a fat fraction
	 * @throws CancellationException    when the thread is interrupted
	 */
	public Result compute(final CalibratedImage image, final DoubleConsumer progress) {
		final FatVolumes volumes = new FatVolumes(image);
		final List<String> notes = new ArrayList<>();
		final FatMaps maps = switch (options.model()) {
			case WATER_FAT -> waterFat(image, volumes, progress);
			case IN_OPPOSED -> inOpposed(image, volumes, notes, progress);
			case THREE_POINT -> {
				final FatVolumes.Echoes echoes = magnitudes(volumes, 3);
				yield new ThreePointMapper(acquisition(image, echoes, notes), options.dominance().orElseThrow(), options.maps())
					.compute(echoes.voxels(), image.scale(), progress);
			}
			case MULTI_ECHO_MAGNITUDE -> {
				final FatVolumes.Echoes echoes = magnitudes(volumes, 1);
				yield new MagnitudeMapper(acquisition(image, echoes, notes), new MagnitudeSettings(options.spectrum(), options
					.dominance(), options.noise(), options.maps())).compute(echoes.voxels(), image.scale(), progress);
			}
			case MULTI_ECHO_COMPLEX -> complex(image, volumes, notes, progress);
		};
		maps.measurable(image.title());
		note(maps, notes);
		return new Result(maps, notes);
	}

	private FatMaps waterFat(final CalibratedImage image, final FatVolumes volumes, final DoubleConsumer progress) {
		final FatModel model = options.model();
		final String other = options.definition() == FatDefinition.FAT_OF_SUM ? FatVolumes.WATER : FatVolumes.IN_PHASE;
		return new WaterFatMapper(options.definition(), options.maps()).compute(volumes.only(model, FatVolumes.FAT), image
			.scale(), volumes.only(model, other), image.scale(), progress);
	}

	private FatMaps inOpposed(final CalibratedImage image, final FatVolumes volumes, final List<String> notes,
		final DoubleConsumer progress)
	{
		final FatModel model = options.model();
		final InOpposedMapper mapper = new InOpposedMapper(options.dominance().orElseThrow(), options.maps());
		if (volumes.count(FatVolumes.IN_PHASE, FatVolumes.OPPOSED_PHASE) > 0 || volumes.count(FatVolumes.MAGNITUDE) != 2)
			return mapper.compute(volumes.only(model, FatVolumes.IN_PHASE), image.scale(), volumes.only(model,
				FatVolumes.OPPOSED_PHASE), image.scale(), progress);
		final FatVolumes.Echoes echoes = volumes.echoes(options.echoTimes(), FatVolumes.MAGNITUDE);
		final Acquisition acquisition = acquisition(image, echoes, notes);
		final int in = isAway(acquisition, 0, 0) && isAway(acquisition, 1, 0.5) ? 0 : 1;
		if (!isAway(acquisition, in, 0) || !isAway(acquisition, 1 - in, 0.5)) throw new IllegalArgumentException(
			"The model " + model.key() + " needs one echo in phase and one opposed, but " + acquisition.echoTimes() +
				" ms are not so at " + acquisition.fieldStrength() + " T");
		notes.add("in phase is the echo at " + acquisition.echoTimes().get(in) + " ms, opposed that at " + acquisition
			.echoTimes().get(1 - in) + " ms");
		return mapper.compute(echo(echoes.voxels(), in), image.scale(), echo(echoes.voxels(), 1 - in), image.scale(),
			progress);
	}

	/** Whether fat is away from water by a share of a turn, and any number of whole ones, at an echo. */
	private static boolean isAway(final Acquisition acquisition, final int echo, final double share) {
		final double turns = FatSpectrum.of(1).hertz(acquisition.fieldStrength())[0] * acquisition.seconds(echo) - share;
		return Math.abs(turns - Math.rint(turns)) <= TOLERANCE;
	}

	private static <T extends RealType<T>> RandomAccessibleInterval<T> echo(
		final RandomAccessibleInterval<? extends RealType<?>> echoes, final int echo)
	{
		final RandomAccessibleInterval<T> typed = Cast.unchecked(echoes);
		return Views.hyperSlice(typed, 3, typed.min(3) + echo);
	}

	private FatVolumes.Echoes magnitudes(final FatVolumes volumes, final int least) {
		final String[] components = { FatVolumes.MAGNITUDE, FatVolumes.IN_PHASE, FatVolumes.OPPOSED_PHASE };
		if (volumes.count(components) < least) throw volumes.missing(options.model(), "echoes of component=magnitude (or " +
			"in-phase and opposed-phase)");
		return volumes.echoes(options.echoTimes(), components);
	}

	private FatMaps complex(final CalibratedImage image, final FatVolumes volumes, final List<String> notes,
		final DoubleConsumer progress)
	{
		final boolean parts = volumes.count(FatVolumes.REAL) > 0 && volumes.count(FatVolumes.IMAGINARY) > 0;
		if (!parts && (volumes.count(FatVolumes.MAGNITUDE) == 0 || volumes.count(FatVolumes.PHASE) == 0)) throw volumes
			.missing(options.model(), "echoes of component=real and imaginary, or of magnitude and phase");
		final FatVolumes.Echoes first = volumes.echoes(options.echoTimes(), parts ? FatVolumes.REAL : FatVolumes.MAGNITUDE);
		final FatVolumes.Echoes second = volumes.echoes(options.echoTimes(), parts ? FatVolumes.IMAGINARY
			: FatVolumes.PHASE);
		if (!first.times().equals(second.times())) throw new IllegalArgumentException("The two parts of the complex " +
			"echoes of '" + image.title() + "' have other echo times: " + first.times() + " and " + second.times() + " ms");
		final ValueScale secondScale = parts ? image.scale() : PhaseTurn.radians(second.voxels(), image.scale(), options
			.phaseTurn(), volumes.turn());
		if (!parts) notes.add("phase: " + (float) (2 * Math.PI * image.scale().slope() / secondScale.slope()) +
			" of its values are taken as 360°");
		final Acquisition acquisition = acquisition(image, first, notes);
		final ComplexSettings settings = new ComplexSettings(options.spectrum(), options.sign(), options.readout(), options
			.maps());
		final ComplexEchoes echoes = new ComplexEchoes(parts ? ComplexForm.REAL_IMAGINARY : ComplexForm.MAGNITUDE_PHASE,
			first.voxels(), image.scale(), second.voxels(), secondScale);
		final FatMaps maps = new ComplexMapper(acquisition, settings).compute(echoes, progress);
		PhaseSignCheck.note(acquisition, settings, echoes).ifPresent(notes::add);
		return maps;
	}

	private Acquisition acquisition(final CalibratedImage image, final FatVolumes.Echoes echoes,
		final List<String> notes)
	{
		final Acquisition acquisition = new Acquisition(options.fieldStrength().orElseGet(() -> fieldStrength(
			image)), echoes.times());
		notes.add("field strength " + acquisition.fieldStrength() + " T, echo times (ms) " + acquisition.echoTimes());
		return acquisition;
	}

	/** Whether the image's tags say what its field strength is. */
	static boolean tellsFieldStrength(final CalibratedImage image) {
		return image.tags().keySet().stream().anyMatch(key -> key.startsWith(FIELD_STRENGTH));
	}

	/**
	 * The field strength of an image by its tags, in T.
	 *
	 * @throws IllegalArgumentException when it is unknown
	 */
	static double fieldStrength(final CalibratedImage image) {
		final String told = image.tags().entrySet().stream().filter(tag -> tag.getKey().startsWith(FIELD_STRENGTH))
			.findFirst().orElseThrow(() -> new IllegalArgumentException("The field strength of '" + image.title() +
				"' is not known: DICOM tag (0018,0087) Magnetic Field Strength is absent, give parameter fieldStrength in T"))
			.getValue();
		try {
			return Double.parseDouble(told.strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("The field strength of '" + image.title() + "' is '" + told +
				"' in DICOM tag (0018,0087) Magnetic Field Strength: give parameter fieldStrength in T", e);
		}
	}

	private void note(final FatMaps maps, final List<String> notes) {
		notes.add(maps.nanVoxels() + " voxels are not measurable (NaN), " + maps.outOfRangeVoxels() +
			" are below 0 or above 100 %");
		maps.flagged().forEach((flag, voxels) -> {
			if (voxels > 0) notes.add(voxels + " voxels are flagged " + flag + " (" + flag.code() + " in the map of flags)");
		});
		for (final FatOutput output : FatOutput.values())
			if (options.maps().contains(output) && !maps.maps().containsKey(output)) notes.add("the model " + options.model()
				.key() + " has no map '" + output.key() + "'");
	}
}
