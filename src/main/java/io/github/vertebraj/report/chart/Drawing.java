package io.github.vertebraj.report.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SimpleImageHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a figure draws, as pixels or as lines.
 *
 * @param width   in pixels
 * @param height  in pixels
 * @param painter draws it on white, from the upper left corner
 */
public record Drawing(int width, int height, Consumer<Graphics2D> painter) {

	private static final String NAMESPACE = "http://www.w3.org/2000/svg";
	private static final String XLINK = "http://www.w3.org/1999/xlink";

	/** A new image. */
	public BufferedImage image() {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		paint(graphics);
		graphics.dispose();
		return image;
	}

	/** Writes scalable vector graphics; letters are outlines, so that they look the same where the font is missing. */
	public void writeSvg(final OutputStream out) throws IOException {
		final SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
		context.setGenericImageHandler(new SimpleImageHandler(new PngImages()));
		final SVGGraphics2D graphics = new SVGGraphics2D(context, true);
		graphics.setSVGCanvasSize(new Dimension(width, height));
		paint(graphics);
		final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		graphics.stream(writer, true);
		writer.flush();
	}

	/** Images inside an SVG, such as hatchings; Batik's own writer would need two more libraries. */
	private static final class PngImages extends DefaultImageHandler {

		@Override
		protected void handleHREF(final Image image, final Element element, final SVGGeneratorContext context) {
			final BufferedImage copy = new BufferedImage(image.getWidth(null), image.getHeight(null),
				BufferedImage.TYPE_INT_ARGB);
			final Graphics2D graphics = copy.createGraphics();
			graphics.drawImage(image, 0, 0, null);
			graphics.dispose();
			handleHREF((RenderedImage) copy, element, context);
		}

		@Override
		protected void handleHREF(final RenderedImage image, final Element element, final SVGGeneratorContext context) {
			final ByteArrayOutputStream png = new ByteArrayOutputStream();
			try {
				ImageIO.write(image, "png", png);
			}
			catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
			element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + Base64.getEncoder().encodeToString(png
				.toByteArray()));
		}
	}

	private static Document document() {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation().createDocument(NAMESPACE,
				"svg", null);
		}
		catch (final ParserConfigurationException e) {
			throw new IllegalStateException("This Java has no XML", e);
		}
	}

	private void paint(final Graphics2D graphics) {
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, width, height);
		painter.accept(graphics);
	}
}
