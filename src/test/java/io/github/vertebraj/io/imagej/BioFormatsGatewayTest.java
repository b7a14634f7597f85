package io.github.vertebraj.io.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.vertebraj.image.CalibratedImage;
import io.github.vertebraj.image.Geometry;
import io.github.vertebraj.image.Geometry.Vector;
import io.github.vertebraj.image.ValueScale;

/**
 * The gateway against classes of the names and signatures that Bio-Formats 8.0 has; what they give is told by the name
 * of the file. Tried by hand with Bio-Formats 8.0.0 itself: a DICOM file of Philips has the sum of pydicom's rescaled
 * pixels.
 */
class BioFormatsGatewayTest {

	private static final Map<String, String> STUBS = Map.of("loci/formats/meta/MetadataStore", """
		package loci.formats.meta;
		public interface MetadataStore {}
		""", "loci/formats/MetadataTools", """
		package loci.formats;
		public class MetadataTools {
			public static Object createOMEXMLMetadata() { return new Metadata(); }
			public static class Metadata implements loci.formats.meta.MetadataStore {
				public ome.units.Length getPixelsPhysicalSizeX(int image) { return new ome.units.Length(500); }
				public ome.units.Length getPixelsPhysicalSizeY(int image) { return new ome.units.Length(700); }
				public ome.units.Length getPixelsPhysicalSizeZ(int image) { return new ome.units.Length(3000); }
			}
		}
		""", "ome/units/unit/Unit", """
		package ome.units.unit;
		public class Unit {}
		""", "ome/units/UNITS", """
		package ome.units;
		public class UNITS { public static final ome.units.unit.Unit MILLIMETER = new ome.units.unit.Unit(); }
		""", "ome/units/Length", """
		package ome.units;
		public class Length {
			private final double microns;
			public Length(double microns) { this.microns = microns; }
			public Number value(ome.units.unit.Unit unit) { return microns / 1000; }
		}
		""", "loci/formats/ImageReader", """
		package loci.formats;
		import java.util.Hashtable;
		public class ImageReader {
			private String id;
			public void setMetadataStore(loci.formats.meta.MetadataStore store) {}
			public void setGroupFiles(boolean group) {}
			public void setId(String id) throws java.io.IOException {
				if (id.contains("unknown")) throw new java.io.IOException("Unknown file format");
				this.id = id;
			}
			public boolean isRGB() { return id.contains("rgb"); }
			public int getSizeX() { return 2; }
			public int getSizeY() { return 1; }
			public int getSizeZ() { return id.contains("single") ? 1 : 3; }
			public int getSizeT() { return id.contains("single") ? 1 : 2; }
			public int getSizeC() { return id.contains("single") ? 1 : 2; }
			public int getPixelType() { return Integer.parseInt(id.replaceAll(".*type(\\\\d+).*", "$1")); }
			public boolean isLittleEndian() { return id.contains("little"); }
			public int getIndex(int z, int c, int t) { return z + 3 * (c + 2 * t); }
			public byte[] openBytes(int index) {
				int[] bytes = { 1, 1, 2, 2, 4, 4, 4, 8, 1 };
				byte[] plane = new byte[2 * bytes[getPixelType()]];
				plane[isLittleEndian() ? 0 : bytes[getPixelType()] - 1] = (byte) index;
				java.util.Arrays.fill(plane, plane.length / 2, plane.length, (byte) -1);
				return plane;
			}
			public Hashtable<String, Object> getGlobalMetadata() { return new Hashtable<>(); }
			public Hashtable<String, Object> getSeriesMetadata() {
				Hashtable<String, Object> metadata = new Hashtable<>();
				if (!id.contains("dicom")) return metadata;
				metadata.put("0028,0010 Rows", "1");
				metadata.put("0028,0011 Columns", "2");
				metadata.put("0008,0060 Modality", "MR");
				metadata.put("0010,0010 Patient's Name", "Doe^Jane");
				metadata.put("0018,9087 Diffusion b-value", "800.0");
				metadata.put("0018,0081 Echo Time", "62");
				metadata.put("0028,1053 Rescale Slope", "2");
				metadata.put("0028,1052 Rescale Intercept", "-10");
				metadata.put("0020,0032 Image Position (Patient)", "1\\\\2\\\\3");
				metadata.put("0020,0037 Image Orientation (Patient)", "1\\\\0\\\\0\\\\0\\\\1\\\\0");
				metadata.put("0028,0030 Pixel Spacing", "0.7\\\\0.5");
				metadata.put("0018,0088 Spacing Between Slices", "3");
				metadata.put("0020,0052 Frame of Reference UID", "1.2.3");
				return metadata;
			}
			public void close() {}
		}
		""");

	@TempDir
	static Path folder;

	private static BioFormatsGateway gateway;

	@BeforeAll
	static void compileStubs() throws IOException {
		final List<String> files = new ArrayList<>(List.of("-d", folder.toString(), "-proc:none"));
		for (final Map.Entry<String, String> stub : STUBS.entrySet()) {
			final Path file = folder.resolve("src").resolve(stub.getKey() + ".java");
			Files.createDirectories(file.getParent());
			files.add(Files.writeString(file, stub.getValue()).toString());
		}
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, files.toArray(String[]::new)));
		gateway = BioFormatsGateway.find(new URLClassLoader(new URL[] { folder.toUri().toURL() }, null)).orElseThrow();
	}

	private static CalibratedImage open(final String name) throws IOException {
		return gateway.open(Path.of(name));
	}

	@Test
	void isNotThereWithoutBioFormats() {
		assertEquals(Optional.empty(), BioFormatsGateway.find());
	}

	@Test
	void ordersPlanesAndKeepsSpacing() throws IOException {
		final CalibratedImage image = open("any_type3_little.xyz");
		assertArrayEquals(new long[] { 2, 1, 3, 2, 2 }, image.voxels().dimensionsAsLongArray());
		for (int c = 0; c < 2; c++)
			for (int t = 0; t < 2; t++)
				for (int z = 0; z < 3; z++) {
					assertEquals(z + 3 * (c + 2 * t), image.voxels().getAt(0, 0, z, t, c).getRealDouble());
					assertEquals(65535, image.voxels().getAt(1, 0, z, t, c).getRealDouble());
				}
		assertEquals(Optional.of(Geometry.ofSpacing(0.5, 0.7, 3)), image.geometry());
		assertEquals("any_type3_little.xyz", image.title());
	}

	@Test
	void readsAllTypesInBothByteOrders() throws IOException {
		final double[] minusOne = { -1, 255, -1, 65535, -1, 4294967295.0, Float.NaN, Double.NaN };
		for (final String order : new String[] { "little", "big" })
			for (int type = 0; type < 6; type++) {
				final CalibratedImage image = open("any_type" + type + "_" + order);
				assertEquals(2, image.scale().real(image.voxels().getAt(0, 0, 2, 0, 0).getRealDouble()));
				assertEquals((float) minusOne[type], image.scale().real(image.voxels().getAt(1, 0, 0, 0, 0).getRealDouble()));
			}
		for (int type = 6; type < 8; type++)
			assertTrue(Double.isNaN(open("any_type" + type + "_big").voxels().getAt(1, 0, 0, 0, 0).getRealDouble()));
	}

	/** Bio-Formats leaves the pixels of DICOM files as stored. */
	@Test
	void appliesTheRescaleOfDicom() throws IOException {
		final CalibratedImage image = open("dicom_single_type3_little");
		assertEquals(new ValueScale(2, -10, ""), image.scale());
		assertEquals(2 * 65535 - 10, image.scale().real(image.voxels().getAt(1, 0, 0, 0, 0).getRealDouble()));
		assertEquals(-12, open("dicom_single_type2_little").voxels().getAt(1, 0, 0, 0, 0).getRealDouble());
		assertEquals("b=800; te=62", image.labels().get(0).toString());
		assertEquals("MR", image.tags().get("0008,0060 Modality"));
		assertTrue(image.tags().keySet().stream().noneMatch(key -> key.startsWith("0010")));
		assertEquals(Optional.of(new Geometry(new Vector(0.5, 0, 0), new Vector(0, 0.7, 0), new Vector(0, 0, 3), new Vector(
			1, 2, 3), Optional.of("1.2.3"))), image.geometry());
	}

	@Test
	void refusesWhatItCannotKnow() {
		assertRefused("Open Series", "dicom_type3_little");
		assertRefused("colour", "rgb_type1");
		assertRefused("Unknown file format", "unknown_type1");
		assertRefused("type", "bits_type8");
	}

	private static void assertRefused(final String reason, final String name) {
		final String message = assertThrows(IOException.class, () -> open(name)).getMessage();
		assertTrue(message.contains(reason) && message.contains(name), message);
	}

	@Test
	void saysWhenBioFormatsIsAnother() throws IOException {
		final Path other = Files.createDirectories(folder.resolve("other"));
		final Path file = Files.writeString(Files.createDirectories(folder.resolve("src2")).resolve("ImageReader.java"),
			"package loci.formats; public class ImageReader { public void close() {} }");
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", other.toString(), "-proc:none", file
			.toString()));
		final BioFormatsGateway old = BioFormatsGateway.find(new URLClassLoader(new URL[] { other.toUri().toURL() }, null))
			.orElseThrow();
		assertTrue(assertThrows(IOException.class, () -> old.open(Path.of("x.y"))).getMessage().contains(
			"not one that VertebraJ knows"));
	}
}
