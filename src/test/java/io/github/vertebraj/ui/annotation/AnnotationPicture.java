package io.github.vertebraj.ui.annotation;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.swing.JTabbedPane;
import javax.swing.UIManager;

import io.github.vertebraj.reading.store.OpenReading;
import io.github.vertebraj.reading.store.OpenRequest;
import io.github.vertebraj.reading.store.StudyFolder;
import io.github.vertebraj.reading.study.Criterion;
import io.github.vertebraj.reading.study.Edits;
import io.github.vertebraj.reading.study.LesionType;
import io.github.vertebraj.reading.study.Measurement;
import io.github.vertebraj.reading.study.Position;
import io.github.vertebraj.reading.study.Presence;
import io.github.vertebraj.reading.study.Rating;
import io.github.vertebraj.reading.study.Segment;
import io.github.vertebraj.reading.study.Sex;
import io.github.vertebraj.reading.study.StudyCase;
import io.github.vertebraj.ui.model.ExampleStudy;

/**
 * Draws the picture of the panel in the documentation: {@code AnnotationPicture docs/images/annotation.png [tab]}, with a
 * display.
 */
final class AnnotationPicture {

	private AnnotationPicture() {}

	public static void main(final String... arguments) throws Exception {
		UIManager.setLookAndFeel(UIManager.getSystemLookAndFeelClassName());
		final Path folder = Files.createTempDirectory("study");
		final StudyFolder study = ExampleStudy.create(folder);
		study.saveCases(List.of(StudyCase.of("P2").with(64, Sex.FEMALE, "breast")), "example", "");
		read(study);
		final AnnotationWindow window = Screen.inDisplay(() -> new AnnotationWindow(study, study.desk("kim", 2)));
		EventQueue.invokeLater(window::begin);
		Screen.waitFor("the case", () -> window.state().shown().isPresent());
		Screen.inDisplay(() -> {
			final JTabbedPane tabs = (JTabbedPane) Screen.named(window.getContentPane(), "details");
			tabs.setSelectedIndex(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0);
			window.select(Segment.of("T8_VB"));
			return null;
		});
		Thread.sleep(1000);
		final Component root = window.getRootPane();
		final double scale = window.getGraphicsConfiguration().getDefaultTransform().getScaleX();
		final BufferedImage image = new BufferedImage((int) (scale * root.getWidth()), (int) (scale * root.getHeight()),
			BufferedImage.TYPE_INT_RGB);
		Screen.inDisplay(() -> {
			final Graphics2D g = image.createGraphics();
			g.scale(scale, scale);
			root.paint(g);
			g.dispose();
			return window.close();
		});
		ImageIO.write(image, "png", Path.of(arguments[0]).toFile());
		System.exit(0);
	}

	private static void read(final StudyFolder study) throws IOException {
		final OpenRequest request = OpenRequest.USUAL.overridingWashout("example");
		try (OpenReading open = study.desk("kim", 2).open("P2", request)) {
			int i = 0;
			for (final Segment segment : open.reading().segments().subList(0, 40))
				open.apply(Edits.rate(open.reading(), segment, Rating.ofScore(i++ % 11 == 6 ? 1 : 0)));
			final Segment t8 = Segment.of("T8_VB");
			open.apply(Edits.rate(open.reading(), t8, Rating.METASTASIS));
			open.apply(Edits.rate(open.reading(), Segment.of("T8_PE"), Rating.METASTASIS));
			open.apply(Edits.rate(open.reading(), Segment.of("L2_VB"), Rating.METASTASIS));
			open.apply(Edits.type(open.reading(), t8, Optional.of(LesionType.LYTIC)));
			open.apply(Edits.criterion(open.reading(), t8, Criterion.T1_LOWER_THAN_DISC, Optional.of(Presence.PRESENT)));
			open.apply(Edits.criterion(open.reading(), t8, Criterion.HALO, Optional.of(Presence.ABSENT)));
			open.apply(Edits.criterion(open.reading(), t8, Criterion.LOW_ADC, Optional.of(Presence.PRESENT)));
			open.apply(Edits.criterion(open.reading(), t8, Criterion.DIFFUSION_RESTRICTION, Optional.of(
				Presence.NOT_ASSESSABLE)));
			open.apply(Edits.note(open.reading(), t8, "reaches the left pedicle"));
			open.apply(Edits.position(open.reading(), t8, Optional.of(Position.of(2, -31, 120))));
			open.apply(Edits.measured(open.reading(), t8, List.of(new Measurement("T8_VB lesion", "Mean (10^-3 mm^2/s)", 0.87),
				new Measurement("T8_VB lesion", "FF (%)", Double.NaN))));
			open.apply(Edits.invisible(open.reading(), Segment.of("C7_VB"), true));
			open.apply(Edits.invisible(open.reading(), Segment.of("T1_VB"), true));
		}
	}
}
