package io.github.vertebraj.io.imagej;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.PlanarVoxels;
import io.github.vertebraj.image.PlaneLabel;
import io.github.vertebraj.image.ValueScale;
import io.github.vertebraj.io.dicom.HeaderText;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads files by Bio-Formats where it is on the class path; it is not on Maven Central, so it is called by reflection.
 * Bio-Formats leaves DICOM's rescale to its caller, so it is applied here.
 */
final class BioFormatsGateway {

	private static final String READER = "loci.formats.ImageReader";
	private static final String METADATA = "loci.formats.MetadataTools";
	private static final String STORE = "loci.formats.meta.MetadataStore";

	/** Pixel types of {@code loci.formats.FormatTools}, by their codes. */
	private enum PixelType {
		INT8, UINT8, INT16, UINT16, INT32, UINT32, FLOAT, DOUBLE
	}

	private final ClassLoader classes;

	private BioFormatsGateway(final ClassLoader classes) {
		this.classes = classes;
	}

	/** Empty where Bio-Formats is not installed. */
	static Optional<BioFormatsGateway> find() {
		final ClassLoader context = Thread.currentThread().getContextClassLoader();
		return find(context == null ? BioFormatsGateway.class.getClassLoader() : context);
	}

	static Optional<BioFormatsGateway> find(final ClassLoader classes) {
		final boolean found = classes.getResource(READER.replace('.', '/') + ".class") != null;
		return found ? Optional.of(new BioFormatsGateway(classes)) : Optional.empty();
	}

	/**
	 * Reads the first image of a file.
	 *
	 * @throws IOException naming the file, when Bio-Formats cannot read it, or it is in colour
	 */
	CalibratedImage open(final Path file) throws IOException {
		try {
			final Object reader = classes.loadClass(READER).getConstructor().newInstance();
			try {
				return read(reader, file);
			}
			finally {
				call(reader, "close");
			}
		}
		catch (final InvocationTargetException e) {
			final Throwable cause = e.getCause();
			throw new IOException(file + " cannot be read by Bio-Formats: " + (cause.getMessage() == null ? cause : cause
				.getMessage()), cause);
		}
		catch (final ReflectiveOperationException | LinkageError e) {
			throw new IOException(file + " cannot be read: the installed Bio-Formats is not one that VertebraJ knows (" + e +
				")", e);
		}
	}

	private CalibratedImage read(final Object reader, final Path file) throws ReflectiveOperationException, IOException {
		final Object metadata = classes.loadClass(METADATA).getMethod("createOMEXMLMetadata").invoke(null);
		reader.getClass().getMethod("setMetadataStore", classes.loadClass(STORE)).invoke(reader, metadata);
		reader.getClass().getMethod("setGroupFiles", boolean.class).invoke(reader, false);
		reader.getClass().getMethod("setId", String.class).invoke(reader, file.toString());
		if ((boolean) call(reader, "isRGB")) throw new IOException(file + " is a colour image, but grey values are needed");
		final int[] size = new int[5];
		final String[] axes = { "X", "Y", "Z", "T", "C" };
		for (int axis = 0; axis < 5; axis++)
			size[axis] = (int) call(reader, "getSize" + axes[axis]);
		final Map<String, Object> texts = new TreeMap<>();
		texts.putAll(map(call(reader, "getGlobalMetadata")));
		texts.putAll(map(call(reader, "getSeriesMetadata")));
		final Optional<DicomText> dicom = DicomText.parse(texts.entrySet().stream().map(text -> text.getKey() + " = " + text
			.getValue()).collect(Collectors.joining("\n")));
		final int planes = size[2] * size[3] * size[4];
		final ValueScale scale = scale(dicom, planes, file);
		final Optional<DicomText> single = dicom.filter(text -> planes == 1);
		final Geometry spacing = spacing(metadata);
		final PlaneLabel label = single.map(text -> HeaderText.labels(List.of(text.header())).get(0)).orElse(PlaneLabel
			.empty());
		final PixelType type = type(reader, file);
		final boolean asStored = type == PixelType.UINT8 || type == PixelType.UINT16;
		return new CalibratedImage(file.getFileName().toString(), voxels(reader, type, scale, size), asStored ? scale
			: new ValueScale(1, 0, scale.unit()), single.flatMap(DicomText::trace).map(PlaneTrace::geometry).or(() -> Optional
				.ofNullable(spacing)), Collections.nCopies(planes, label), dicom.map(text -> HeaderText.facts(List
				.of(text.header()))).orElse(Map.of()));
	}

	private static PixelType type(final Object reader, final Path file) throws ReflectiveOperationException, IOException {
		final int code = (int) call(reader, "getPixelType");
		if (code < 0 || code >= PixelType.values().length) throw new IOException(file +
			" has pixels of a type that is not supported (" + code + " of Bio-Formats)");
		return PixelType.values()[code];
	}

	/**
	 * @throws IOException when frames may have scales of their own, which Bio-Formats doesn't tell
	 */
	private static ValueScale scale(final Optional<DicomText> dicom, final int planes, final Path file)
		throws IOException
	{
		if (dicom.isEmpty()) return ValueScale.IDENTITY;
		if (planes > 1) throw new IOException(file + " is a DICOM file of " + planes +
			" frames, of which Bio-Formats does not tell the rescale slope: open it by Plugins > VertebraJ > Open Series...");
		return dicom.get().header().scale();
	}

	private Geometry spacing(final Object metadata) throws ReflectiveOperationException {
		final Object millimetre = classes.loadClass("ome.units.UNITS").getField("MILLIMETER").get(null);
		final double[] mm = new double[3];
		for (int axis = 0; axis < 3; axis++) {
			final Object length = metadata.getClass().getMethod("getPixelsPhysicalSize" + "XYZ".charAt(axis), int.class).invoke(
				metadata, 0);
			final Object value = length == null ? null : length.getClass().getMethod("value", classes.loadClass(
				"ome.units.unit.Unit")).invoke(length, millimetre);
			mm[axis] = value == null ? 0 : ((Number) value).doubleValue();
		}
		return mm[0] > 0 && mm[1] > 0 && mm[2] > 0 ? Geometry.ofSpacing(mm[0], mm[1], mm[2]) : null;
	}

	private static RandomAccessibleInterval<? extends RealType<?>> voxels(final Object reader, final PixelType type,
		final ValueScale scale, final int[] size) throws ReflectiveOperationException
	{
		final ByteOrder order = (boolean) call(reader, "isLittleEndian") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		final int pixels = Math.multiplyExact(size[0], size[1]);
		final List<Object> planes = new ArrayList<>();
		for (int c = 0; c < size[4]; c++)
			for (int t = 0; t < size[3]; t++)
				for (int z = 0; z < size[2]; z++) {
					final Object index = reader.getClass().getMethod("getIndex", int.class, int.class, int.class).invoke(reader, z,
						c, t);
					final byte[] bytes = (byte[]) reader.getClass().getMethod("openBytes", int.class).invoke(reader, index);
					planes.add(decode(ByteBuffer.wrap(bytes).order(order), type, scale, pixels));
				}
		final long[] dimensions = { size[0], size[1], size[2], size[3], size[4] };
		return switch (type) {
			case UINT8 -> PlanarVoxels.of(planes, new UnsignedByteType(), dimensions);
			case UINT16 -> PlanarVoxels.of(planes, new UnsignedShortType(), dimensions);
			default -> PlanarVoxels.of(planes, new FloatType(), dimensions);
		};
	}

	private static Object decode(final ByteBuffer bytes, final PixelType type, final ValueScale scale, final int pixels) {
		if (type == PixelType.UINT8) return bytes.array();
		final short[] shorts = new short[type == PixelType.UINT16 ? pixels : 0];
		bytes.asShortBuffer().get(shorts);
		final float[] floats = new float[type == PixelType.UINT16 ? 0 : pixels];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) scale.real(switch (type) {
				case INT8 -> bytes.get(i);
				case INT16 -> bytes.getShort(2 * i);
				case INT32 -> bytes.getInt(4 * i);
				case UINT32 -> Integer.toUnsignedLong(bytes.getInt(4 * i));
				case FLOAT -> bytes.getFloat(4 * i);
				default -> bytes.getDouble(8 * i);
			});
		return type == PixelType.UINT16 ? shorts : floats;
	}

	private static Object call(final Object target, final String method) throws ReflectiveOperationException {
		return target.getClass().getMethod(method).invoke(target);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(final Object metadata) {
		return (Map<String, Object>) metadata;
	}
}
