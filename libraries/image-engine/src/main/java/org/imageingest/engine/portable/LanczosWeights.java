package org.imageingest.engine.portable;

/**
 * Which source pixels make each target pixel along one side, and how much each counts: a
 * Lanczos window of three lobes, widened when shrinking so that it also removes what the
 * target cannot show.
 *
 * @param starts first source pixel of each target pixel
 * @param weights weights of each target pixel, which sum up to 1
 * @see <a href="https://doi.org/10.1016/B978-0-08-050753-8.50042-5">Turkowski, Filters
 * for Common Resampling Tasks, Graphics Gems</a>
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LanczosWeights(int[] starts, float[][] weights) {

	private static final int LOBES = 3;

	private static final double NEGLIGIBLE = 1e-6;

	static LanczosWeights of(int sourceSide, int targetSide) {
		double ratio = (double) sourceSide / targetSide;
		double stretch = Math.max(1, ratio);
		int[] starts = new int[targetSide];
		float[][] weights = new float[targetSide][];
		for (int i = 0; i < targetSide; i++) {
			double centre = (i + 0.5) * ratio - 0.5;
			int first = Math.max(0, (int) Math.ceil(centre - LOBES * stretch));
			int last = Math.min(sourceSide - 1, (int) Math.floor(centre + LOBES * stretch));
			while (first < last && Math.abs(lanczos((first - centre) / stretch)) < NEGLIGIBLE) {
				first++;
			}
			while (last > first && Math.abs(lanczos((last - centre) / stretch)) < NEGLIGIBLE) {
				last--;
			}
			starts[i] = first;
			weights[i] = normalized(first, last, centre, stretch);
		}
		return new LanczosWeights(starts, weights);
	}

	private static float[] normalized(int first, int last, double centre, double stretch) {
		double[] raw = new double[last - first + 1];
		double sum = 0;
		for (int k = 0; k < raw.length; k++) {
			raw[k] = lanczos((first + k - centre) / stretch);
			sum += raw[k];
		}
		float[] weights = new float[raw.length];
		for (int k = 0; k < raw.length; k++) {
			weights[k] = (float) (raw[k] / sum);
		}
		return weights;
	}

	private static double lanczos(double x) {
		if (x == 0) {
			return 1;
		}
		if (Math.abs(x) >= LOBES) {
			return 0;
		}
		double angle = Math.PI * x;
		return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
	}

	/**
	 * Returns how many source pixels a target pixel needs, counted from the first.
	 * @param target which
	 * @return the one after the last that counts
	 */
	int end(int target) {
		return this.starts[target] + this.weights[target].length;
	}

	int mostTaps() {
		int most = 0;
		for (float[] row : this.weights) {
			most = Math.max(most, row.length);
		}
		return most;
	}

}
