package org.imageingest.engine.colour;

import java.awt.color.ICC_Profile;
import java.util.Set;

import com.twelvemonkeys.imageio.color.ColorProfiles;
import org.imageingest.engine.EngineWarnings;
import org.imageingest.engine.metadata.Chromaticities;
import org.imageingest.engine.metadata.ColourTags;
import org.imageingest.engine.metadata.ColourTags.CodePoints;
import org.imageingest.engine.render.SourcePicture;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the values of a picture mean: code points go before a profile, a profile
 * before gamma or EXIF (PNG 3rd edition, 4.3).
 */
public final class SourceProfile {

	/** Adobe RGB (1998), section 4.3.4.2. */
	private static final double ADOBE_EXPONENT = 2.19921875;

	private static final double GAMMA_UNIT = 100_000;

	/** Gamma 0.45455 is what nearly every writer means sRGB by. */
	private static final int SRGB_GAMMA_FROM = 44_000;

	private static final int SRGB_GAMMA_TO = 47_000;

	private static final int DISPLAY_P3 = 12;

	private static final int BT_2020 = 9;

	private SourceProfile() {
	}

	/**
	 * Returns what the values of the picture mean.
	 * @param source the photo; receives a warning if its profile is unusable
	 * @return its colours
	 */
	public static SourceColours of(SourcePicture source) {
		return of(source.colour(), source.warnings());
	}

	/**
	 * Returns what the values of a picture mean.
	 * @param colour what its file says
	 * @param warnings receives a warning if its profile is unusable
	 * @return its colours
	 */
	public static SourceColours of(ColourTags colour, Set<String> warnings) {
		if (colour.codePoints() != null) {
			return byNumbers(colour.codePoints(), warnings);
		}
		if (colour.iccProfile() != null) {
			return SourceColours.embedded(embedded(colour.iccProfile(), warnings));
		}
		if (colour.gamma() > 0) {
			return byGamma(colour);
		}
		return colour.adobeRgb() ? SourceColours.named(MatrixProfile.ADOBE_RGB.withExponent(ADOBE_EXPONENT))
				: SourceColours.SRGB;
	}

	/** Primaries count with a gamma only: alone they do not say what the values mean. */
	private static SourceColours byGamma(ColourTags colour) {
		int gamma = colour.gamma();
		Chromaticities chromaticities = colour.chromaticities();
		if (chromaticities != null && !chromaticities.isSrgb()) {
			try {
				return SourceColours.named(Primaries.profile(chromaticities).withExponent(GAMMA_UNIT / gamma));
			}
			catch (IllegalArgumentException ex) {
				// No colours can be made of such primaries: only the gamma is used
			}
		}
		boolean srgb = gamma >= SRGB_GAMMA_FROM && gamma <= SRGB_GAMMA_TO;
		return srgb ? SourceColours.SRGB : SourceColours.named(MatrixProfile.SRGB.withExponent(GAMMA_UNIT / gamma));
	}

	private static SourceColours byNumbers(CodePoints numbers, Set<String> warnings) {
		if (numbers.isHighDynamicRange()) {
			warnings.add(EngineWarnings.HDR_NOT_TONE_MAPPED);
		}
		return switch (numbers.primaries()) {
			case DISPLAY_P3 -> SourceColours.named(MatrixProfile.DISPLAY_P3.withSrgbCurve());
			case BT_2020 -> SourceColours.named(MatrixProfile.BT_2020.withSrgbCurve());
			default -> SourceColours.SRGB;
		};
	}

	private static @Nullable ICC_Profile embedded(byte[] bytes, Set<String> warnings) {
		try {
			ICC_Profile profile = ColorProfiles.createProfile(bytes);
			return ColorProfiles.isCS_sRGB(profile) ? null : profile;
		}
		catch (RuntimeException ex) {
			// The library has no one type for broken profiles
			warnings.add(EngineWarnings.COLOUR_PROFILE_IGNORED);
			return null;
		}
	}

}
