package org.imageingest.engine.colour;

import org.imageingest.engine.colour.MatrixProfile.Xyz;
import org.imageingest.engine.metadata.Chromaticities;
import org.imageingest.engine.metadata.Chromaticities.Xy;

/**
 * Turns primaries as files name them into columns of a profile: weighted so that they add
 * up to white, and adapted from that white to D50 by the Bradford matrix (ICC.1:2022,
 * annex E).
 */
final class Primaries {

	private static final double[][] BRADFORD = { { 0.8951, 0.2664, -0.1614 }, { -0.7502, 1.7135, 0.0367 },
			{ 0.0389, -0.0685, 1.0296 } };

	private static final double[] D50 = { 0.9642, 1.0, 0.8249 };

	/** Less is no colour space but a line. */
	private static final double LEAST_AREA = 1e-4;

	private Primaries() {
	}

	/**
	 * Makes what a profile is made from.
	 * @param colours the primaries
	 * @return their profile, without a curve
	 * @throws IllegalArgumentException if they span no colours, or have no white
	 */
	static MatrixProfile profile(Chromaticities colours) {
		double[][] columns = transposed(xyz(colours.red()), xyz(colours.green()), xyz(colours.blue()));
		double[] white = xyz(colours.white());
		double[] weights = product(inverse(columns), white);
		double[] cones = product(BRADFORD, white);
		double[] target = product(BRADFORD, D50);
		double[][] adapted = new double[3][];
		for (int i = 0; i < 3; i++) {
			double[] column = product(BRADFORD, new double[] { columns[0][i] * weights[i], columns[1][i] * weights[i],
					columns[2][i] * weights[i] });
			for (int cone = 0; cone < 3; cone++) {
				column[cone] *= target[cone] / cones[cone];
			}
			adapted[i] = product(inverse(BRADFORD), column);
		}
		return new MatrixProfile(Xyz.of(adapted[0]), Xyz.of(adapted[1]), Xyz.of(adapted[2]));
	}

	private static double[] xyz(Xy colour) {
		if (!(colour.y() > 0)) {
			throw new IllegalArgumentException("A colour without brightness: " + colour);
		}
		return new double[] { colour.x() / colour.y(), 1, (1 - colour.x() - colour.y()) / colour.y() };
	}

	private static double[][] transposed(double[]... columns) {
		double[][] matrix = new double[3][3];
		for (int row = 0; row < 3; row++) {
			for (int column = 0; column < 3; column++) {
				matrix[row][column] = columns[column][row];
			}
		}
		return matrix;
	}

	private static double[] product(double[][] matrix, double[] vector) {
		double[] product = new double[3];
		for (int row = 0; row < 3; row++) {
			for (int i = 0; i < 3; i++) {
				product[row] += matrix[row][i] * vector[i];
			}
		}
		return product;
	}

	private static double[][] inverse(double[][] m) {
		double[][] inverse = new double[3][3];
		for (int row = 0; row < 3; row++) {
			for (int column = 0; column < 3; column++) {
				int a = (row + 1) % 3;
				int b = (row + 2) % 3;
				int c = (column + 1) % 3;
				int d = (column + 2) % 3;
				inverse[column][row] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
			}
		}
		double determinant = m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
		if (!(Math.abs(determinant) > LEAST_AREA)) {
			throw new IllegalArgumentException("The primaries span no colours");
		}
		for (double[] row : inverse) {
			for (int i = 0; i < 3; i++) {
				row[i] /= determinant;
			}
		}
		return inverse;
	}

}
