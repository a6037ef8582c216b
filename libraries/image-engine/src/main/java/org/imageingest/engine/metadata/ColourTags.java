package org.imageingest.engine.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What a file says about its colours, apart from the pixels.
 *
 * @param iccProfile embedded ICC profile
 * @param codePoints coding-independent code points, which go before the profile
 * @param gamma image gamma times 100 000 where nothing better is told, otherwise 0
 * @param chromaticities primaries that go with the gamma
 * @param adobeRgb true if EXIF says Adobe RGB (interoperability index R03)
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and profiles may be large
public record ColourTags(byte @Nullable [] iccProfile, @Nullable CodePoints codePoints, int gamma,
		@Nullable Chromaticities chromaticities, boolean adobeRgb) {

	/** Nothing told: sRGB. */
	public static final ColourTags NONE = new ColourTags(null, null, 0, null, false);

	/**
	 * Tells whether the file says anything of its colours.
	 * @return false if they are taken for sRGB for want of better knowledge
	 */
	public boolean isTold() {
		return this.iccProfile != null || this.codePoints != null || this.gamma != 0 || this.adobeRgb;
	}

	/**
	 * Colours by number.
	 *
	 * @param primaries 1 is BT.709, 9 is BT.2020, 12 is Display P3
	 * @param transfer 13 is sRGB, 16 is PQ, 18 is HLG
	 * @see <a href="https://www.itu.int/rec/T-REC-H.273">ITU-T H.273</a>
	 */
	public record CodePoints(int primaries, int transfer) {

		private static final int PQ = 16;

		private static final int HLG = 18;

		/**
		 * Tells whether the picture is brighter than a plain screen can show.
		 * @return true for PQ and HLG
		 */
		public boolean isHighDynamicRange() {
			return this.transfer == PQ || this.transfer == HLG;
		}

	}

}
