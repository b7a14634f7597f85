package io.github.vertebraj.phantom;

import io.github.vertebraj.dualenergy.Material;

/**
 * What a voxel of the CT phantom is made of: a tabulated composition, of a density that differs between patients. The
 * densities are chosen for CT numbers as they are seen in lumbar spines: canal 10 to 20 HU, ligament 60 to 70, disc 75 to
 * 95, cancellous bone 150 to 280.
 */
enum CtTissue {
	FLUID("fluid", "cerebrospinal fluid", 1.01, 0.002), //
	ROOTS("nerve roots", "brain", 1.035, 0.002), //
	LIGAMENT("ligamentum flavum", "connective tissue", 1.085, 0.004), //
	DISC("disc", "cartilage", 1.085, 0.005), //
	CORTICAL("cortical bone", "bone", 1.85, 0.03), //
	FAT("fat", "adipose", 0.95, 0.003), //
	MUSCLE("muscle", "muscle", 1.055, 0.004), //
	METAL("titanium", "titanium", 4.54, 0), //
	/** Its density is that of its mineral: g of hydroxyapatite in 1 ml, the rest red marrow. */
	CANCELLOUS("cancellous bone", "red marrow", 0.13, 0.02) {
		@Override
		Material material(final double deviation) {
			final Material mineral = Material.of("hydroxyapatite");
			final Material marrow = super.composition();
			final double grams = density(deviation);
			final double rest = (1 - grams / mineral.density()) * marrow.density();
			return new Material("cancellous", "Red marrow and hydroxyapatite", grams + rest, keV -> (grams * mineral
				.massAttenuation().at(keV) + rest * marrow.massAttenuation().at(keV)) / (grams + rest), marrow.citation());
		}
	};

	private final String tissue;
	private final String composition;
	private final double density;
	private final double spread;

	/**
	 * @param tissue      what it is called
	 * @param composition key of the material
	 * @param density     in g/cm³
	 * @param spread      its standard deviation between patients
	 */
	CtTissue(final String tissue, final String composition, final double density, final double spread) {
		this.tissue = tissue;
		this.composition = composition;
		this.density = density;
		this.spread = spread;
	}

	String tissue() {
		return tissue;
	}

	Material composition() {
		return Material.of(composition);
	}

	double density(final double deviation) {
		return density + spread * deviation;
	}

	/** @param deviation of the patient from the usual density, in standard deviations */
	Material material(final double deviation) {
		return composition().ofDensity(density(deviation));
	}
}
